# declares: OPENAI_API_KEY MODEL_ID
resource "aws_lambda_function" "summary" {
  function_name = "summary"
  environment {
    variables = {
      OPENAI_API_KEY = var.openai_api_key                             # expect: what=credential vendor=openai
      MODEL_ID       = "anthropic.claude-3-5-sonnet-20241022-v2:0"    # expect: what=model vendor=anthropic
    }
  }
}

resource "aws_bedrockagent_agent" "helper" {
  agent_name       = "helper"
  foundation_model = "anthropic.claude-3-haiku-20240307-v1:0"         # expect: what=model vendor=anthropic platform=aws-bedrock
}

resource "azurerm_cognitive_account" "ai" {
  kind = "OpenAI"                                                     # expect: what=endpoint platform=azure-openai
}

resource "azurerm_cognitive_account" "speech" {
  kind = "SpeechServices"
}

resource "azurerm_cognitive_deployment" "chat" {
  model {
    format = "OpenAI"
    name   = "gpt-4o"                                                 # expect: what=model platform=azure-openai
  }
}

resource "aws_instance" "model" {
  instance_type = "gpu.large"
}

variable "chat_model" {
  type    = string
  default = "gpt-4o-mini"                                             # expect: what=model vendor=openai
}

variable "model_version" {
  default = "0301"
}
