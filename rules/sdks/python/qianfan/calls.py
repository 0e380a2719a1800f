import qianfan

chat = qianfan.ChatCompletion()

# expect: kind=chat vendor=baidu platform=baidu-api model=ERNIE-4.0-8K
chat.do(model="ERNIE-4.0-8K", messages=[{"role": "user", "content": "Hi"}])

# expect: kind=chat vendor=baidu platform=baidu-api model=ERNIE-Speed
for part in qianfan.ChatCompletion(model="ERNIE-Speed").do(messages=[], stream=True):
    print(part)

# expect: kind=embedding platform=baidu-api model=Embedding-V1
qianfan.Embedding().do(texts=["x"], model="Embedding-V1")


class Painter:
    def __init__(self):
        self.text2image = qianfan.Text2Image(model="Stable-Diffusion-XL")

    async def paint(self, prompt):
        # expect: kind=image platform=baidu-api model=Stable-Diffusion-XL
        return await self.text2image.ado(prompt=prompt)


# expect: kind=completion vendor=baidu platform=baidu-api model=ERNIE-Bot
qianfan.Completion(model="ERNIE-Bot").do(prompt="Once")
