"""client.ai.run("@cf/meta/llama-3.1-8b-instruct") as words."""

import subprocess

from cloudflare import Cloudflare

client = Cloudflare()
client.zones.list()
client.dns.records.create(zone_id="z", name="n", type="A", content="192.0.2.1")
client.ai.models.list(account_id="a")
client.ai_gateway.list(account_id="a")
client.workers.scripts.list(account_id="a")
client.images.v1.list(account_id="a")

subprocess.run(["wrangler", "ai", "run"])
