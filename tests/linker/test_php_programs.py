"""PHP, linked: values, containers, settings, and what stands behind a call."""

# ruff: noqa: E501 - statements of PHP stand in one line here

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree

HEAD = r"""<?php
namespace App;
use Anthropic\Client as Claude;
use Exception;
use OpenAI\Exceptions\ErrorException;
use OpenAI\Exceptions\TransporterException;
use OpenAI\Laravel\Facades\OpenAI;
class Shop {
  public function __construct(private Claude $second) {}
  private function gpt(string $q): string { return OpenAI::chat()->create(['model' => 'gpt-4o', 'messages' => [$q]])->text; }
  private function claude(string $q): string { return $this->second->messages->create(maxTokens: 9, messages: [$q], model: 'claude-sonnet-4-5')->text; }
"""


def verdict(audit_tree: AuditTree, body: str, head: str = HEAD, sdk: str = "openai") -> str:
    report = audit_tree({"src/Shop.php": f"{head}\n{body}\n}}\n"})
    (call,) = [call for call in report.calls if call.sdk == sdk]
    return call.verdict


@pytest.mark.parametrize(
    "body",
    [
        "function run($q) { try { return $this->gpt($q); } catch (Exception $e) { return $this->claude($q); } }",
        r"function run($q) { try { return $this->gpt($q); } catch (\Throwable) { return $this->claude($q); } }",
        "function run($q) { $a = null; try { $a = $this->gpt($q); } catch (Exception $e) {} return $a ?? $this->claude($q); }",
        "function run($q) { foreach ([[$this, 'gpt'], [$this, 'claude']] as $ask) { try { return $ask($q); } catch (Exception $e) { continue; } } throw new Exception('down'); }",
        "function run($q) { foreach (['a' => fn () => $this->gpt($q), 'b' => fn () => $this->claude($q)] as $name => $ask) { try { return $ask(); } catch (Exception $e) { echo $name; } } throw new Exception('down'); }",
        "function run($q) { $a = null; try { $a = $this->gpt($q); } catch (Exception $e) {} $a ??= $this->claude($q); return $a; }",
        "function run($q) { try { foreach ($this->parts($q) as $part) { echo $part; } } catch (Exception $e) { echo $this->claude($q); } } function parts($q) { yield $this->gpt($q); }",
    ],
)
def test_asks_the_other_vendor(audit_tree: AuditTree, body: str) -> None:
    assert verdict(audit_tree, body) == "cross-vendor"


@pytest.mark.parametrize(
    "body",
    [
        "function run($q) { try { return $this->gpt($q); } catch (ErrorException $e) { return $this->claude($q); } }",
        "function run($q) { try { return $this->gpt($q); } catch (TypeError $e) { return $this->claude($q); } }",
        "function run($q) { try { return $this->gpt($q); } catch (Exception $e) { throw new Exception('down', previous: $e); } }",
        "function run($q) { try { return $this->gpt($q); } catch (Exception $e) { exit(1); } }",
        # A generator asks once somebody reads it.
        "function run($q) { try { return $this->parts($q); } catch (Exception $e) { return [$this->claude($q)]; } } private function parts($q) { yield $this->gpt($q); }",
        "function run($q) { if ($q) { return $this->gpt($q); } return $this->claude($q); }",
    ],
)
def test_does_not_ask_the_other_vendor(audit_tree: AuditTree, body: str) -> None:
    assert verdict(audit_tree, body) not in ("cross-vendor", "degraded")


def test_what_raises_nothing_is_never_caught(audit_tree: AuditTree) -> None:
    body = (
        "function raw($q) { $c = curl_init('https://api.openai.com/v1/chat/completions'); return curl_exec($c); }\n"
        "function run($q) { try { return $this->raw($q); } catch (Exception $e) { return $this->claude($q); } }"
    )
    assert verdict(audit_tree, body, sdk="plain-http") == "none"


def test_a_text_may_be_the_name_of_a_function(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "ask.php": "<?php\n"
            "function first($q) { return OpenAI::client('k')->chat()->create(['model' => 'gpt-4o'])->text; }\n"
            "function other($q) { return (new Anthropic\\Client(apiKey: 'k'))->messages->create(maxTokens: 9, messages: [$q], model: 'claude-sonnet-4-5')->text; }\n"
            "function safe(callable $ask, $q) { try { return $ask($q); } catch (Throwable) { return null; } }\n"
            "echo safe('first', $argv[1]) ?? call_user_func('other', $argv[1]);\n"
        }
    )
    (flow,) = report.workflows
    assert set(flow.on_loss.values()) == {"survives"}


@pytest.mark.parametrize(
    ("options", "covered"),
    [
        ("[]", True),
        ("['http_errors' => false]", False),
        ("[RequestOptions::HTTP_ERRORS => false]", False),
    ],
)
def test_an_option_keeps_a_status_from_raising(
    audit_tree: AuditTree, options: str, covered: bool
) -> None:
    head = HEAD.replace(
        "class Shop", "use GuzzleHttp\\Client;\nuse GuzzleHttp\\RequestOptions;\nclass Shop"
    )
    body = (
        f"function raw($q) {{ $c = new Client({options}); return $c->post('https://api.openai.com/v1/chat/completions', ['json' => ['model' => 'gpt-4o']])->getBody(); }}\n"
        "function run($q) { try { return $this->raw($q); } catch (Exception $e) { return $this->claude($q); } }"
    )
    assert (verdict(audit_tree, body, head, sdk="guzzle") == "cross-vendor") is covered


def test_a_status_raises_with_laravel_only_where_that_is_asked_for(audit_tree: AuditTree) -> None:
    head = HEAD.replace("class Shop", "use Illuminate\\Support\\Facades\\Http;\nclass Shop")
    ask = "Http::withToken('k')->post('https://api.openai.com/v1/chat/completions', ['model' => 'gpt-4o'])"
    run = "function run($q) {{ try {{ return {}; }} catch (Exception $e) {{ return $this->claude($q); }} }}"
    silent = audit_tree({"src/Shop.php": f"{head}\n{run.format(ask)}\n}}\n"})
    (call,) = [call for call in silent.calls if call.sdk == "laravel-http"]
    assert call.verdict != "cross-vendor"


def test_a_route_leads_through_the_container_to_a_service(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "routes/api.php": "<?php\nuse App\\Http\\AskController;\nuse Illuminate\\Support\\Facades\\Route;\nRoute::post('/ask', [AskController::class, 'ask']);\n",
            "app/Http/AskController.php": "<?php\nnamespace App\\Http;\nuse App\\Contracts\\Asks;\nclass AskController {\n public function __construct(private readonly Asks $asks) {}\n public function ask($q) { return $this->asks->ask($q); }\n}\n",
            "app/Contracts/Asks.php": "<?php\nnamespace App\\Contracts;\ninterface Asks { public function ask(string $q): string; }\n",
            "app/Services/Gpt.php": "<?php\nnamespace App\\Services;\nuse App\\Contracts\\Asks;\nuse OpenAI\\Laravel\\Facades\\OpenAI;\nclass Gpt implements Asks {\n public function ask(string $q): string { return OpenAI::chat()->create(['model' => config('ai.model'), 'messages' => []])->text; }\n}\n",
            "config/ai.php": "<?php\nreturn ['model' => env('AI_MODEL', 'gpt-4o-mini')];\n",
        }
    )
    (workflow,) = report.workflows
    (call,) = report.calls
    assert (workflow.name, workflow.vendors) == ("POST /ask", ("openai",))
    assert call.models == ("gpt-4o-mini",)


def test_a_page_sees_what_the_files_bind_that_it_includes(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "index.php": "<?php\nrequire __DIR__ . '/config.php';\nrequire_once 'lib/ask.php';\necho ask($model);\n",
            "config.php": "<?php\n$model = 'gpt-4o';\ndefine('BASE', 'https://api.openai.com/v1');\n",
            "lib/ask.php": "<?php\nfunction ask($model) {\n $client = OpenAI::factory()->withBaseUri(BASE)->make();\n return $client->chat()->create(['model' => $model])->text;\n}\n",
        }
    )
    (call,) = report.calls
    assert (call.models, call.platforms) == (("gpt-4o",), ("openai-api",))
    assert [w.name for w in report.workflows] == ["php index.php"]


def test_an_answer_that_is_read_outside_of_the_handler_fails_there(audit_tree: AuditTree) -> None:
    use = "use Symfony\\Contracts\\HttpClient\\HttpClientInterface;\nclass Shop"
    head = HEAD.replace("class Shop", use)
    head = head.replace(
        "private Claude $second", "private Claude $second, private HttpClientInterface $http"
    )
    body = (
        "function run($q) { try { $a = $this->http->request('POST', 'https://api.openai.com/v1/chat/completions'); }"
        " catch (Exception $e) { return $this->claude($q); } return $a->toArray(); }"
    )
    assert verdict(audit_tree, body, head, "symfony-http") != "cross-vendor"
