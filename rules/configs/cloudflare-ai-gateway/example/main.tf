# route: route support verdict=gateway-spof stops=gateway:cloudflare-ai-gateway survives=openai,anthropic
resource "cloudflare_ai_gateway_dynamic_routing" "support" {
  account_id = "a"
  gateway_id = "g"
  name       = "support"    # expect: what=gateway-route
  elements = [
    { id = "start", type = "start", outputs = { next = { element_id = "m1" } } },
    {
      id         = "m1", type = "model",
      # expect: what=model vendor=openai
      properties = { provider = "openai", model = "gpt-4o", retries = 1, timeout = 5000 },
      outputs    = { success = { element_id = "end" }, fallback = { element_id = "m2" } }
    },
    {
      id         = "m2", type = "model",
      # expect: what=model vendor=anthropic
      properties = { provider = "anthropic", model = "claude-sonnet-4-5" },
      outputs    = { success = { element_id = "end" }, fallback = { element_id = "end" } }
    },
    { id = "end", type = "end", outputs = {} },
  ]
}
