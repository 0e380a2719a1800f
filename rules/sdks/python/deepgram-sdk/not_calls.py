"""client.listen.rest.v("1").transcribe_file(...) as words."""

import threading

from deepgram import DeepgramClient

client = DeepgramClient()
client.manage.v1.projects.list()
client.manage.v1.models.list()
client.auth.v1.tokens.grant()

threading.Thread(target=print).start()


class Radio:
    def start(self, options):
        return options


Radio().start({"model": "nova-2"})
