"""Ruby, linked: values, constants, settings, routes, jobs, and what stands behind a call."""

# ruff: noqa: E501 - statements of Ruby stand in one line here

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree

HEAD = """
class Shop
  def initialize
    @first = OpenAI::Client.new(access_token: ENV["OPENAI_API_KEY"])
    @second = Anthropic::Client.new(api_key: ENV["ANTHROPIC_API_KEY"])
  end

  def gpt(q) = @first.chat(parameters: { model: "gpt-4o", messages: [q] })

  def claude(q) = @second.messages.create(model: "claude-sonnet-4-5", max_tokens: 9, messages: [q])

"""


def verdict(audit_tree: AuditTree, body: str, sdk: str = "ruby-openai") -> str:
    report = audit_tree({"app/shop.rb": f"{HEAD}\n{body}\nend\n"})
    (call,) = [call for call in report.calls if call.sdk == sdk]
    return call.verdict


@pytest.mark.parametrize(
    "body",
    [
        "def run(q)\n gpt(q)\nrescue StandardError => e\n claude(q)\nend",
        "def run(q)\n gpt(q)\nrescue\n claude(q)\nend",
        "def run(q)\n begin\n  return gpt(q)\n rescue Faraday::Error\n  return claude(q)\n end\nend",
        "def run(q)\n (gpt(q) rescue nil) || claude(q)\nend",
        "def run(q)\n a = nil\n begin\n  a = gpt(q)\n rescue => e\n  puts e\n end\n a || claude(q)\nend",
        "def run(q)\n [:gpt, :claude].each do |name|\n  begin\n   return send(name, q)\n  rescue => e\n   next\n  end\n end\n raise 'down'\nend",
        "def run(q)\n [method(:gpt), method(:claude)].each do |ask|\n  return ask.call(q)\n rescue => e\n  puts e\n end\n raise 'down'\nend",
        "def safely\n yield\nrescue => e\n nil\nend\ndef run(q)\n safely { gpt(q) } || claude(q)\nend",
        "def run(q)\n tries = 0\n begin\n  gpt(q)\n rescue => e\n  tries += 1\n  retry if tries < 3\n  claude(q)\n end\nend",
    ],
)
def test_asks_the_other_vendor(audit_tree: AuditTree, body: str) -> None:
    assert verdict(audit_tree, body) == "cross-vendor"


@pytest.mark.parametrize(
    "body",
    [
        "def run(q)\n gpt(q)\nrescue OpenAI::Error\n claude(q)\nend",
        "def run(q)\n gpt(q)\nrescue ArgumentError\n claude(q)\nend",
        "def run(q)\n gpt(q)\nrescue JSON::ParserError, KeyError\n claude(q)\nend",
        "def run(q)\n gpt(q)\nrescue => e\n raise 'down'\nend",
        "def run(q)\n gpt(q)\nrescue => e\n exit 1\nend",
        "def run(q)\n gpt(q)\nensure\n claude(q)\nend",
        "def run(q)\n if q\n  gpt(q)\n else\n  claude(q)\n end\nend",
        "def run(q)\n gpt(q)\nrescue => e\n retry\nend",
        "def run(q)\n gpt(q) || claude(q)\nend",
        # What an enumerator asks is asked once somebody reads it.
        "def parts(q) = Enumerator.new { |y| y << gpt(q) }\ndef run(q)\n parts(q)\nrescue => e\n [claude(q)]\nend",
        "def run(q)\n Thread.new { gpt(q) }\nrescue => e\n claude(q)\nend",
    ],
)
def test_does_not_ask_the_other_vendor(audit_tree: AuditTree, body: str) -> None:
    assert verdict(audit_tree, body) not in ("cross-vendor", "degraded")


@pytest.mark.parametrize(
    "ask",
    [
        "[method(:gpt), method(:claude)].each { |f| %s f.call(q) %s }",
        "%%i[gpt claude].each { |name| %s send(name, q) %s }",
    ],
)
def test_functions_outside_of_classes_are_called_by_their_names(
    audit_tree: AuditTree, ask: str
) -> None:
    tried = ask % ("begin; return", "rescue => e; warn e; end")
    report = audit_tree(
        {
            "ask.rb": "def gpt(q) = OpenAI::Client.new(access_token: 'k').chat(parameters: { model: 'gpt-4o', messages: [q] })\n"
            "def claude(q) = Anthropic::Client.new(api_key: 'k').messages.create(model: 'claude-sonnet-4-5', max_tokens: 9, messages: [q])\n"
            f"def run(q)\n {tried}\n raise 'down'\nend\nputs run(ARGV[0])\n"
        }
    )
    (flow,) = report.workflows
    assert set(flow.on_loss.values()) == {"survives"}


def test_an_object_of_unknown_make_is_no_cover(audit_tree: AuditTree) -> None:
    body = "def run(q, shop)\n gpt(q)\nrescue => e\n shop.claude(q)\nend"
    assert verdict(audit_tree, body) != "cross-vendor"


def test_a_type_of_the_other_library_catches_nothing(audit_tree: AuditTree) -> None:
    body = (
        "class A\n def run(q)\n  OpenAI::Client.new(api_key: 'k').chat.completions.create(model: 'gpt-4o', messages: [q])\n"
        " rescue Faraday::Error\n  Anthropic::Client.new.messages.create(model: 'claude-sonnet-4-5', messages: [q])\n end\nend\n"
    )
    report = audit_tree({"a.rb": body})
    (call,) = [call for call in report.calls if call.sdk == "openai"]
    assert call.verdict not in ("cross-vendor", "degraded")


def test_a_status_that_nobody_looks_at_raises_nothing(audit_tree: AuditTree) -> None:
    body = (
        "def raw(q) = Net::HTTP.post(URI('https://api.openai.com/v1/chat/completions'), { model: 'gpt-4o' }.to_json)\n"
        "def run(q)\n raw(q)\nrescue => e\n claude(q)\nend"
    )
    assert verdict(audit_tree, body, sdk="http") != "cross-vendor"


ROUTES = """
Rails.application.routes.draw do
  root "pages#home"
  namespace :api do
    resources :questions, only: [:index] do
      post :answer, on: :member
      resource :summary, only: :create
    end
  end
  post "/ask" => "questions#ask"
end
"""


def test_addresses_come_from_the_table_of_routes(audit_tree: AuditTree) -> None:
    ask = "RubyLLM.chat(model: 'gpt-4o').ask(params[:q])"
    report = audit_tree(
        {
            "config/routes.rb": ROUTES,
            "app/controllers/application_controller.rb": "class ApplicationController < ActionController::Base\nend\n",
            "app/controllers/questions_controller.rb": f"class QuestionsController < ApplicationController\n def ask = {ask}\n def other = {ask}\n private\n def hidden = {ask}\nend\n",
            "app/controllers/api/questions_controller.rb": f"module Api\n class QuestionsController < ApplicationController\n  def answer\n   {ask}\n  end\n end\nend\n",
            "app/controllers/api/summaries_controller.rb": f"class Api::SummariesController < ApplicationController\n def create\n  {ask}\n end\nend\n",
        }
    )
    names = {w.name for w in report.workflows}
    assert names >= {
        "POST /ask", "QuestionsController#other", "POST /api/questions/:id/answer",
        "POST /api/questions/:question_id/summary",
    }  # fmt: skip
    assert "QuestionsController#hidden" not in names


def test_a_job_runs_for_whoever_asks_for_it(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app/jobs/application_job.rb": "class ApplicationJob < ActiveJob::Base\nend\n",
            "app/jobs/answer_job.rb": "class AnswerJob < ApplicationJob\n def perform(q)\n  Answers::Writer.call(q)\n end\nend\n",
            "app/services/application_service.rb": "class ApplicationService\n def self.call(...) = new(...).call\nend\n",
            "app/services/answers/writer.rb": "module Answers\n class Writer < ApplicationService\n  MODEL = ENV.fetch('ANSWER_MODEL', 'gpt-4o-mini')\n  def initialize(q) = @q = q\n  def call\n   client.chat(parameters: { model: MODEL, messages: [@q] })\n  end\n  private\n  def client = @client ||= OpenAI::Client.new\n end\nend\n",
            "app/controllers/questions_controller.rb": "class QuestionsController < ActionController::API\n def create\n  AnswerJob.perform_later(params[:q])\n end\nend\n",
        }
    )
    (call,) = report.calls
    assert (call.models, call.platforms) == (("gpt-4o-mini",), ("openai-api",))
    assert {w.name for w in report.workflows} == {"job AnswerJob", "QuestionsController#create"}


def test_an_object_of_unknown_make_is_what_it_is_called(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "app/models/application_record.rb": "class ApplicationRecord < ActiveRecord::Base\nend\n",
            "app/models/chat.rb": "class Chat < ApplicationRecord\n def answer = RubyLLM.chat(model: 'gpt-4o').ask(prompt)\nend\n",
            "app/models/phone.rb": "class Phone < ApplicationRecord\n def ring = 1\nend\n",
            "app/jobs/answer_job.rb": "class AnswerJob < ActiveJob::Base\n def perform(message) = message.chat.answer\nend\n",
            "app/jobs/call_job.rb": "class CallJob < ActiveJob::Base\n def perform(message) = message.phone.answer\nend\n",
            "app/jobs/keep_job.rb": "class KeepJob < ActiveJob::Base\n def perform(chat)\n  Store.put(chat)\n  Chat.transaction { chat.touch }\n end\nend\n",
        }
    )
    assert [w.name for w in report.workflows] == ["job AnswerJob"]


def test_constants_are_seen_from_the_modules_around(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "lib/shop/settings.rb": "module Shop\n module Settings\n  MODEL = 'claude-haiku-4-5'\n end\nend\n",
            "lib/shop/anthropic.rb": "module Shop\n class Anthropic\n  def ask(q) = ::Anthropic::Client.new(api_key: 'k').messages.create(model: Settings::MODEL, messages: [q])\n end\nend\n",
            "bin/run.rb": "puts Shop::Anthropic.new.ask(ARGV[0])\n",
        }
    )
    (call,) = report.calls
    assert (call.vendors, call.models) == (("anthropic",), ("claude-haiku-4-5",))
    assert [w.name for w in report.workflows] == ["ruby bin/run.rb"]


def test_functions_and_folders_that_nothing_declares_are_found(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "lib/helpers.rb": "def ask(q) = Api::V1::Asker.new.ask(q)\n",
            "app/api/v1/asker.rb": "class Api::V1::Asker\n def ask(q) = RubyLLM.chat(model: 'gpt-4o').ask(q)\nend\n",
            "run.rb": "require_relative 'lib/helpers'\nputs ask(ARGV[0])\n",
        }
    )
    assert [w.name for w in report.workflows] == ["ruby run.rb"]


def test_what_is_set_for_the_whole_program_counts(audit_tree: AuditTree) -> None:
    report = audit_tree(
        {
            "config/initializers/openai.rb": "OpenAI.configure do |config|\n config.access_token = ENV['GROQ_API_KEY']\n config.uri_base = 'https://api.groq.com/openai'\nend\n",
            "app/ask.rb": "class Ask\n def run(q) = OpenAI::Client.new.chat(parameters: { model: 'llama-3.3-70b-versatile', messages: [q] })\nend\n",
        }
    )
    (call,) = report.calls
    assert call.platforms == ("groq",)


def test_a_helper_that_runs_a_block_runs_that_block_alone(audit_tree: AuditTree) -> None:
    asks = "\n".join(f" def ask{n}(q) = guarded {{ gpt(q) }}" for n in range(3))
    plain = "\n".join(f" def plain{n}(q) = guarded {{ q + {n} }}" for n in range(60))
    body = f" def guarded\n  yield\n rescue => e\n  nil\n end\n{asks}\n{plain}"
    report = audit_tree({"app/shop.rb": f"{HEAD}\n{body}\nend\n"})
    assert not any("plain" in w.name for w in report.workflows)
