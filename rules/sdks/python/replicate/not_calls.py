"""replicate.run("meta/meta-llama-3-70b-instruct") is not run here."""

import subprocess

import replicate

replicate.models.list()
replicate.predictions.get("p").cancel()
replicate.predictions.list()
replicate.trainings.create(version="v", input={}, destination="me/mine")
replicate.deployments.list()
replicate.files.create("a.png")

model = replicate.models.get("meta/meta-llama-3-70b-instruct")
model.versions.list()

subprocess.run(["replicate", "run"])


class Cell:
    def run(self, ref):
        return ref


Cell().run("meta/meta-llama-3-70b-instruct")
