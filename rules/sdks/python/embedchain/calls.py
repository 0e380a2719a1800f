from embedchain import App

app = App()
# expect: kind=chat vendor=openai platform=openai-api
app.query("Why?")

own = App.from_config(config={"llm": {"provider": "anthropic", "config": {"model": "claude-3-opus-20240229"}}})
# expect: kind=chat vendor=anthropic platform=anthropic-api
own.chat("Why?")

filed = App.from_config(config_path="config.yaml")
# expect: kind=chat dynamic=true
filed.add("https://example.com")
