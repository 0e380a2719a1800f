resource "helm_release" "proxy" {
  name  = "litellm"
  chart = "oci://ghcr.io/berriai/litellm-helm"
  values = [<<-EOT
    proxy_config:
      model_list:
        # route: alias smart verdict=cross-vendor
        - model_name: smart   # expect: what=gateway-route
          litellm_params:
            model: anthropic/claude-sonnet-4-5   # expect: what=model vendor=anthropic
            api_key: os.environ/ANTHROPIC_API_KEY   # expect: what=credential platform=anthropic-api
        # route: alias spare verdict=none stops=openai
        - model_name: spare   # expect: what=gateway-route
          litellm_params:
            model: openai/gpt-4o   # expect: what=model vendor=openai
            api_key: os.environ/OPENAI_API_KEY   # expect: what=credential platform=openai-api
      router_settings:
        fallbacks:
          - smart: [spare]   # expect: what=fallback
  EOT
  ]
}
