"""TypeScript: a value nobody is seen to hand over is what constants of its type are."""

from __future__ import annotations

from tests.linker.reading import AuditTree, asks, target, targets, wrappers

CONFIG = """
    export interface Settings { main: Choice; spare: Choice; }
    export interface Choice { provider: string; model: string; }
    export const shipped: Settings = {
      main: { provider: "mistral", model: "mistral-small-latest" },
      spare: { provider: "google", model: "gemini-2.5-flash" },
    };
"""
ENGINE = """
    import { generateText } from "ai";
    import { google } from "@ai-sdk/google";
    import { mistral } from "@ai-sdk/mistral";
    import type { Choice, Settings } from "./config";

    export abstract class Engine {
      constructor(private settings: Settings) {}

      protected async ask(choice: Choice, prompt: string) {
        const model =
          choice.provider === "mistral" ? mistral(choice.model) : google(choice.model);
        return await generateText({ model, prompt });
      }

      async cascade(prompt: string) {
        for (const choice of [this.settings.main, this.settings.spare]) {
          try {
            return await this.ask(choice, prompt);
          } catch (error) {
            console.warn(error);
          }
        }
        throw new Error("nobody answers");
      }
    }
"""


def test_a_class_nobody_builds_is_given_the_constants_of_its_type(audit_tree: AuditTree) -> None:
    report = audit_tree({"src/config.ts": CONFIG, "src/engine.ts": ENGINE})
    (call,) = report.calls
    assert call.vendors == ("google", "mistral")
    assert call.verdict == "cross-vendor"


def test_a_type_of_the_same_name_in_another_file_is_another_type(audit_tree: AuditTree) -> None:
    elsewhere = ENGINE.replace('"./config"', '"./other"')
    other = "export interface Settings { main: Choice; spare: Choice }\nexport interface Choice {}"
    report = audit_tree(
        {"src/config.ts": CONFIG, "src/other.ts": other, "src/engine.ts": elsewhere}
    )
    (call,) = report.calls
    assert call.verdict == "manual-switch"


def test_what_a_caller_hands_over_comes_before_the_type(audit_tree: AuditTree) -> None:
    built = """
        import { Engine } from "./engine";
        class Invoices extends Engine {}
        const two = { provider: "google", model: "gemini-2.5-pro" };
        export const run = (p: string) => new Invoices({ main: two, spare: two }).cascade(p);
    """
    report = audit_tree({"src/config.ts": CONFIG, "src/engine.ts": ENGINE, "src/built.ts": built})
    run = next(flow for flow in report.workflows if flow.name == "run")
    assert run.vendors == ("google",)


def test_a_wrapper_is_told_whom_to_ask_by_the_key_of_an_object(audit_tree: AuditTree) -> None:
    source = """
        import { generateText } from "ai";
        import { retry } from "./retry";

        async function ask(options: { model: string; prompt: string }) {
          return await retry(() => generateText({ model: options.model, prompt: options.prompt }));
        }

        export const cheap = () => ask({ model: "openai/gpt-4o-mini", prompt: "hello" });
    """
    report = audit_tree({"a.ts": source, "retry.ts": "export const retry = (f) => f();"})
    (place,) = wrappers(report)
    assert place == "a.ts:8"


def test_a_function_that_hands_out_models_is_a_call_of_code_out_of_sight(
    audit_tree: AuditTree,
) -> None:
    source = """
        import { createAnthropic } from "@ai-sdk/anthropic";
        import { createMistral } from "@ai-sdk/mistral";

        export function modelFor(provider: string, id: string) {
          const makers = {
            anthropic: () => createAnthropic({})(id),
            mistral: () => createMistral({})(id),
          };
          return makers[provider]();
        }
    """
    report = audit_tree({"models.ts": source})
    (call,) = report.calls
    assert (call.line, call.vendors, call.verdict) == (4, ("anthropic", "mistral"), "manual-switch")


def test_a_function_whose_models_are_asked_is_none(audit_tree: AuditTree) -> None:
    source = """
        import { generateText } from "ai";
        import { createMistral } from "@ai-sdk/mistral";

        export const model = () => createMistral({})("mistral-small-latest");
        export const run = async () => await generateText({ model: model(), prompt: "hello" });
    """
    report = audit_tree({"models.ts": source})
    assert targets(report) == {
        "models.ts:5": asks("mistral", "mistral-api", "mistral-small-latest")
    }
    assert [target(call) for call in report.calls] == list(targets(report).values())
