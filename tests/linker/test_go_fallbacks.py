"""What stands behind a call in Go: checked errors, loops, and what looks like them."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree

HEAD = """
package main
import ("context"; "errors"; "fmt"; "log"; "net/http"; "os"; "time"
  openai "github.com/sashabaranov/go-openai"
  "github.com/anthropics/anthropic-sdk-go")
var gptClient = openai.NewClient(os.Getenv("OPENAI_API_KEY"))
func gpt(ctx context.Context, text string) (string, error) {
  ask := openai.ChatCompletionRequest{Model: openai.GPT4o}
  resp, err := gptClient.CreateChatCompletion(ctx, ask)
  if err != nil {
    return "", fmt.Errorf("gpt: %w", err)
  }
  return resp.Choices[0].Message.Content, nil
}
func claude(ctx context.Context, text string) (string, error) {
  client := anthropic.NewClient()
  msg, err := client.Messages.New(ctx, anthropic.MessageNewParams{Model: "claude-sonnet-4-0"})
  if err != nil {
    return "", err
  }
  return msg.Content[0].Text, nil
}
"""
PROVIDERS = """
type Provider interface { Ask(ctx context.Context, text string) (string, error) }
type GPT struct{}
func (GPT) Ask(ctx context.Context, text string) (string, error) { return gpt(ctx, text) }
type Claude struct{}
func (*Claude) Ask(ctx context.Context, text string) (string, error) { return claude(ctx, text) }
"""
SIGNATURE = "func Run(ctx context.Context, text string) (string, error)"


def verdict(audit_tree: AuditTree, body: str) -> str:
    head = HEAD + (PROVIDERS if "Provider" in body else "")
    report = audit_tree({"go.mod": "module example.com/app", "a.go": f"{head}\n{body}\n"})
    (call,) = [call for call in report.calls if call.line == 8]
    return call.verdict


@pytest.mark.parametrize(
    "body",
    [
        # The error is checked, and somebody else is asked.
        "answer, err := gpt(ctx, text)\n if err != nil { return claude(ctx, text) }\n"
        "return answer, nil",
        "answer, err := gpt(ctx, text)\n if err == nil { return answer, nil }\n"
        "return claude(ctx, text)",
        "if answer, err := gpt(ctx, text); err == nil { return answer, nil }\n"
        "return claude(ctx, text)",
        "answer, err := gpt(ctx, text)\n if err != nil {\n log.Println(err)\n"
        "answer, err = claude(ctx, text)\n}\n return answer, err",
        # Something stands between the call and the check.
        "start := time.Now()\n answer, err := gpt(ctx, text)\n took := time.Since(start)\n"
        "log.Println(took)\n if err != nil { return claude(ctx, text) }\n return answer, nil",
        # The error is looked at later.
        "var answer string\n var err error\n if text != \"\" {\n answer, err = gpt(ctx, text)\n}\n"
        "if err != nil { return claude(ctx, text) }\n return answer, nil",
        "answer, err := gpt(ctx, text)\n switch {\n case err == nil: return answer, nil\n"
        "default: return claude(ctx, text)\n}",
        # One provider after the other.
        "providers := []Provider{GPT{}, &Claude{}}\n var last error\n"
        "for _, p := range providers {\n answer, err := p.Ask(ctx, text)\n"
        "if err != nil { last = err; continue }\n return answer, nil\n}\n"
        "return \"\", fmt.Errorf(\"all failed: %w\", last)",
        "for _, ask := range []func(context.Context, string) (string, error){gpt, claude} {\n"
        "if answer, err := ask(ctx, text); err == nil { return answer, nil }\n}\n"
        "return \"\", errors.New(\"nobody answered\")",
    ],
)  # fmt: skip
def test_another_vendor_answers(audit_tree: AuditTree, body: str) -> None:
    assert verdict(audit_tree, f"{SIGNATURE} {{\n{body}\n}}") == "cross-vendor"


@pytest.mark.parametrize(
    "body",
    [
        # The other answer goes into a name of its own, and the first error is handed back.
        "answer, err := gpt(ctx, text)\n if err != nil {\n answer, err := claude(ctx, text)\n"
        "if err != nil { return \"\", err }\n log.Println(answer)\n}\n return answer, err",
        "answer, err := gpt(ctx, text)\n if err != nil { answer, _ = claude(ctx, text) }\n"
        "return answer, err",
        "return gpt(ctx, text)",
        "answer, err := gpt(ctx, text)\n if err != nil { return \"\", err }\n return answer, nil",
        # What is asked next does not replace what failed.
        "answer, err := gpt(ctx, text)\n if err != nil { return \"\", err }\n"
        "return claude(ctx, answer)",
        "answer, err := gpt(ctx, text)\n if err != nil {\n _, _ = claude(ctx, text)\n"
        "return \"\", err\n}\n return answer, nil",
        "answer, err := gpt(ctx, text)\n if err != nil { log.Fatal(err) }\n return answer, nil",
        "answer, err := gpt(ctx, text)\n if err == nil { return claude(ctx, answer) }\n"
        "return \"\", err",
        # All of them are asked, and all are needed.
        "for _, p := range []Provider{GPT{}, &Claude{}} {\n answer, err := p.Ask(ctx, text)\n"
        "if err != nil { return \"\", err }\n log.Println(answer)\n}\n return \"\", nil",
    ],
)  # fmt: skip
def test_nobody_stands_behind_it(audit_tree: AuditTree, body: str) -> None:
    assert verdict(audit_tree, f"{SIGNATURE} {{\n{body}\n}}") == "none"


def test_trying_again_is_no_other_vendor(audit_tree: AuditTree) -> None:
    body = (
        "for i := 0; i < 3; i++ {\n answer, err := gpt(ctx, text)\n"
        "if err == nil { return answer, nil }\n time.Sleep(time.Second)\n}\n"
        'return "", errors.New("gave up")'
    )
    assert verdict(audit_tree, f"{SIGNATURE} {{\n{body}\n}}") in ("none", "retry-only")


def test_an_apology_is_no_answer(audit_tree: AuditTree) -> None:
    check = 'answer, err := gpt(ctx, text)\n if err != nil { return "Sorry!", nil }'
    body = f"{check}\n return answer, nil"
    assert verdict(audit_tree, f"{SIGNATURE} {{\n{body}\n}}") == "degraded"


@pytest.mark.parametrize(
    ("refusal", "word"),
    [
        ('http.Error(w, "no", http.StatusBadGateway); return', "stops"),
        ('w.Write([]byte("Sorry!")); return', "degrades"),
    ],
)
def test_a_handler_fails_where_it_answers_with_an_error(
    audit_tree: AuditTree, refusal: str, word: str
) -> None:
    handler = (
        "func handle(w http.ResponseWriter, r *http.Request) {\n"
        f"answer, err := gpt(r.Context(), \"x\")\n if err != nil {{ {refusal} }}\n"
        "w.Write([]byte(answer))\n}\n"
        'func main() { http.HandleFunc("/ask", handle) }'
    )  # fmt: skip
    report = audit_tree({"go.mod": "module example.com/app", "a.go": f"{HEAD}\n{handler}\n"})
    (workflow,) = [w for w in report.workflows if w.kind == "http"]
    assert workflow.name == "/ask"
    assert workflow.on_loss["openai"] == word


PLAIN = """
package main
import ("bytes"; "errors"; "io"; "net/http"
  "github.com/anthropics/anthropic-sdk-go")
func post() (string, error) {
  body := bytes.NewBufferString("{}")
  resp, err := http.Post("https://api.openai.com/v1/chat/completions", "text/json", body)
  if err != nil {
    return "", err
  }
  %s
  text, err := io.ReadAll(resp.Body)
  return string(text), err
}
func Run() (string, error) {
  text, err := post()
  if err != nil {
    client := anthropic.NewClient()
    msg, err := client.Messages.New(nil, anthropic.MessageNewParams{Model: "claude-sonnet-4-0"})
    if err != nil {
      return "", err
    }
    return msg.Content[0].Text, nil
  }
  return text, nil
}
"""


@pytest.mark.parametrize(
    ("check", "word"),
    [
        ('if resp.StatusCode != http.StatusOK { return "", errors.New("x") }', "cross-vendor"),
        ('if resp.StatusCode >= 400 { return "", errors.New("x") }', "cross-vendor"),
        (
            'if resp.StatusCode < 200 || resp.StatusCode >= 300 { return "", errors.New("x") }',
            "cross-vendor",
        ),
        ("", "none"),
    ],
)
def test_an_error_status_is_no_error_until_somebody_looks(
    audit_tree: AuditTree, check: str, word: str
) -> None:
    report = audit_tree({"go.mod": "module example.com/app", "a.go": PLAIN % check})
    (call,) = [call for call in report.calls if call.line == 6]
    assert call.verdict == word
