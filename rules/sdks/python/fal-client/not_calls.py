"""fal_client.run("fal-ai/flux/dev", arguments={}) as words."""

import subprocess

import fal_client

fal_client.upload_file("a.png")
fal_client.status("fal-ai/flux/dev", "request")
fal_client.result("fal-ai/flux/dev", "request")
fal_client.cancel("fal-ai/flux/dev", "request")
fal_client.encode_image(None)

subprocess.run(["fal", "run", "app.py"])


class Newsletter:
    def subscribe(self, application):
        return application


Newsletter().subscribe("fal-ai/flux/dev")
