"""Options that constructors fill, change and merge stay those of the object they are for."""

from __future__ import annotations

from tests.linker.reading import AuditTree, direct

BASES = """
    import OpenAI from "openai";

    class Base {
        constructor(config: any) {
            const options: any = { apiKey: config.apiKey };
            if (config.baseURL) {
                options.baseURL = config.baseURL;
            }
            this.client = new OpenAI(options);
        }

        async ask(messages: any) {
            return await this.client.chat.completions.create({ model: "m", messages });
        }
    }
"""


def hosts(audit_tree: AuditTree, rest: str) -> set[str]:
    """The platforms that the one call of ``Base`` may ask."""
    report = audit_tree({"package.json": "{}", "a.ts": BASES + rest})
    return {platform for call in direct(report) for platform in call.platforms}


def test_options_of_one_run_are_not_those_of_another(audit_tree: AuditTree) -> None:
    found = hosts(
        audit_tree,
        """
    new Base({ apiKey: "a", baseURL: "https://api.groq.com/openai/v1" });
    new Base({ apiKey: "a" }).ask([]);
        """,
    )
    assert found == {"openai-api"}


def test_a_constructor_that_changes_shared_options_changes_its_own(audit_tree: AuditTree) -> None:
    found = hosts(
        audit_tree,
        """
    class Groq extends Base {
        constructor(config: any) {
            config.baseURL = "https://api.groq.com/openai/v1";
            super(config);
        }
    }
    const SHARED = { apiKey: "a", baseURL: "https://api.deepseek.com/v1" };
    const engines = [new Groq(SHARED)];
    new Base(SHARED).ask([]);
        """,
    )
    assert found == {"deepseek-api"}


def test_an_address_before_a_spread_counts_where_the_variable_is_not_set(
    audit_tree: AuditTree,
) -> None:
    found = hosts(
        audit_tree,
        """
    class Deep extends Base {
        constructor(config: any) {
            super({ baseURL: "https://api.deepseek.com/v1", ...config });
        }
    }
    new Deep({ apiKey: "a", baseURL: process.env.MY_BASE }).ask([]);
        """,
    )
    assert "deepseek-api" in found
