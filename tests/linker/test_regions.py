"""Where a platform is asked, as code names it."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree

ASKED = 'x.converse(modelId="anthropic.claude-sonnet-4-6", messages=[])'


@pytest.mark.parametrize(
    ("code", "region"),
    [
        (f'x = boto3.client("bedrock-runtime", region_name="us-east-1")\n{ASKED}', "us-east-1"),
        (f'x = boto3.Session().client("bedrock-runtime", "eu-west-1")\n{ASKED}', "eu-west-1"),
        (f'x = boto3.client("bedrock-runtime")\n{ASKED}', ""),
        (f'x = boto3.client("bedrock-runtime", region_name="<<region-name>>")\n{ASKED}', ""),
        # what is deployed may set another one
        (
            'x = boto3.client("bedrock-runtime", region_name=os.environ.get("R", "us-east-1"))\n'
            + ASKED,
            "",
        ),
        (
            'AnthropicBedrock(aws_region="us-west-2").messages.create(model="anthropic.claude-3")',
            "us-west-2",
        ),
        (
            'AnthropicVertex(region="us-east5").messages.create(model="claude-sonnet-4-6")',
            "us-east5",
        ),
        (
            'genai.Client(vertexai=True, location="europe-west4")'
            '.models.generate_content(model="gemini-2.5-pro")',
            "europe-west4",
        ),
        (
            'ChatBedrockConverse(model="amazon.nova-pro-v1:0", region_name="us-east-2").invoke("")',
            "us-east-2",
        ),
        (
            'litellm.completion(model="bedrock/amazon.nova-pro-v1:0", messages=[],'
            ' aws_region_name="us-west-1")',
            "us-west-1",
        ),
    ],
)
def test_a_region_is_known_where_the_code_names_it(
    audit_tree: AuditTree, code: str, region: str
) -> None:
    head = (
        "import boto3, litellm, os\nfrom anthropic import AnthropicBedrock, AnthropicVertex\n"
        "from google import genai\nfrom langchain_aws import ChatBedrockConverse\n"
    )
    [call] = audit_tree({"app.py": head + code}).calls
    assert [target.region for target in call.targets] == [region]


def test_so_it_is_in_javascript(audit_tree: AuditTree) -> None:
    page = """
    import { BedrockRuntimeClient, ConverseCommand } from "@aws-sdk/client-bedrock-runtime";
    const client = new BedrockRuntimeClient({ region: "us-east-1" });
    await client.send(new ConverseCommand({ modelId: "amazon.nova-pro-v1:0" }));
    """
    [call] = audit_tree({"app.mjs": page}).calls
    assert [target.region for target in call.targets] == ["us-east-1"]


def test_a_second_region_is_the_same_vendor_once_more(audit_tree: AuditTree) -> None:
    code = """
    import boto3

    def ask(text):
        for region in ("us-east-1", "us-west-2"):
            try:
                client = boto3.client("bedrock-runtime", region_name=region)
                return client.converse(modelId="amazon.nova-pro-v1:0", messages=[text])
            except Exception:
                continue
        raise RuntimeError

    if __name__ == "__main__":
        ask("")
    """
    report = audit_tree({"app.py": code})
    [call] = report.calls
    assert call.verdict == "same-vendor"
    assert [target.region for target in call.targets] == ["us-east-1", "us-west-2"]
    [flow] = report.workflows
    assert set(flow.on_loss.values()) == {"stops"}
