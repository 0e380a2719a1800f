"""ModelInference(model_id="ibm/granite-3-8b-instruct").chat(...) as words."""

from ibm_watsonx_ai import APIClient, Credentials
from ibm_watsonx_ai.foundation_models import ModelInference

client = APIClient(Credentials(url="https://us-south.ml.cloud.ibm.com", api_key="key"))
client.foundation_models.get_model_specs()
client.deployments.list()

model = ModelInference(model_id="ibm/granite-3-8b-instruct", api_client=client)
model.get_details()
model.tokenize("how many?")


class Report:
    def generate(self, prompt):
        return prompt


Report().generate(prompt="granite")
