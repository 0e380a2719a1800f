"""InferenceClient().text_generation("x") is only mentioned."""

from huggingface_hub import HfApi, InferenceClient, hf_hub_download, list_models, snapshot_download

hf_hub_download("meta-llama/Llama-3.1-8B-Instruct", "config.json")
snapshot_download("Qwen/Qwen2.5-7B-Instruct")
list(list_models(author="google"))

api = HfApi()
api.create_repo("me/model")
api.upload_file(path_or_fileobj=b"", path_in_repo="README.md", repo_id="me/model")

client = InferenceClient("meta-llama/Llama-3.1-8B-Instruct")
client.get_endpoint_info()
client.health_check()


class Agency:
    def translation(self, text):
        return text

    def run(self):
        return "run"


Agency().translation("Hallo")
Agency().run()
