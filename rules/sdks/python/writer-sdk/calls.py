from writerai import AsyncWriter, Writer

client = Writer()

# expect: kind=chat vendor=writer platform=writer-api model=palmyra-x5
client.chat.chat(model="palmyra-x5", messages=[{"role": "user", "content": "Hi"}])

# expect: kind=completion vendor=writer platform=writer-api model=palmyra-x-003-instruct
client.completions.create(model="palmyra-x-003-instruct", prompt="Once")

# expect: kind=completion vendor=writer platform=writer-api
client.applications.generate_content(application_id="a", inputs=[])

# expect: kind=completion vendor=writer platform=writer-api
client.graphs.question(graph_ids=["g"], question="Why?")


class Editor:
    def __init__(self):
        self.writer = AsyncWriter(max_retries=0)

    async def edit(self, text):
        # expect: kind=chat vendor=writer platform=writer-api model=palmyra-x4
        return await self.writer.chat.chat(
            model="palmyra-x4", messages=[{"role": "user", "content": text}]
        )
