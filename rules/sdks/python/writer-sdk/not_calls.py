"""Writer().chat.chat(model="palmyra-x5") as words."""

import csv
import sys

from writerai import Writer

client = Writer()
client.models.list()
client.files.list()
client.graphs.create(name="g")
client.applications.list()
client.applications.jobs.list("a")

writer = csv.writer(sys.stdout)
writer.writerow(["chat", "palmyra-x5"])


class Chat:
    def chat(self, model):
        return model


Chat().chat(model="palmyra-x5")
