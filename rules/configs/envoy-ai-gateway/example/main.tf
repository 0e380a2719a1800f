resource "kubectl_manifest" "backend" {
  yaml_body = <<YAML
apiVersion: gateway.envoyproxy.io/v1alpha1
kind: Backend
metadata:
  name: models-of-aws
spec:
  endpoints:
    - fqdn:
        # expect: what=endpoint platform=aws-bedrock
        hostname: bedrock-runtime.${var.region}.amazonaws.com
        port: 443
YAML
}

resource "kubectl_manifest" "service" {
  yaml_body = <<YAML
apiVersion: aigateway.envoyproxy.io/v1alpha1
kind: AIServiceBackend
metadata:
  name: service-of-aws
spec:
  schema:
    name: AWSBedrock
  backendRef:
    # expect: what=gateway-route
    name: models-of-aws
    kind: Backend
    group: gateway.envoyproxy.io
YAML
}

resource "kubectl_manifest" "route" {
  yaml_body = <<YAML
apiVersion: aigateway.envoyproxy.io/v1alpha1
kind: AIGatewayRoute
metadata:
  name: claude
spec:
  rules:
    - matches:
        - headers:
            - type: Exact
              name: x-ai-eg-model
              # route: route anthropic.claude-3-haiku-20240307-v1:0 verdict=none stops=anthropic,platform:aws-bedrock
              # expect: what=model vendor=anthropic
              # expect: what=gateway-route
              value: anthropic.claude-3-haiku-20240307-v1:0
      backendRefs:
        # expect: what=gateway-route
        - name: service-of-aws
YAML
}

resource "kubernetes_manifest" "other" {
  manifest = {
    apiVersion = "aigateway.envoyproxy.io/v1alpha1"
    kind       = "AIGatewayRoute"
    metadata   = { name = "other" }
    spec = {
      rules = [{
        matches = [{
          headers = [{
            type = "Exact"
            name = "x-ai-eg-model"
            # route: route amazon.nova-lite-v1:0 verdict=none stops=amazon,platform:aws-bedrock
            # expect: what=model vendor=amazon
            # expect: what=gateway-route
            value = "amazon.nova-lite-v1:0"
          }]
        }]
        # expect: what=gateway-route
        backendRefs = [{ name = "service-of-aws" }]
      }]
    }
  }
}

resource "helm_release" "none" {
  values = [<<-EOT
    replicas: 2
    kind: nothing of a gateway
  EOT
  ]
}
