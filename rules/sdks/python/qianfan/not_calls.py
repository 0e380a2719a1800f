"""qianfan.ChatCompletion().do(model="ERNIE-4.0-8K") as words."""

import qianfan

qianfan.ChatCompletion.models()
qianfan.AK("ak")


class Chore:
    def do(self, model):
        return model


Chore().do(model="ERNIE-4.0-8K")
