from nemoguardrails import LLMRails, RailsConfig

config = RailsConfig.from_content(yaml_content="models: []")
rails = LLMRails(config)
rails.register_action(print, "print")
