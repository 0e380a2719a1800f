import tkinter as tk

from PyQt6.QtCore import QThread
from PyQt6.QtWidgets import QPushButton


def ask():
    think("why")


def on_return(event):
    think("return")


def save():
    think("save")


def think(text):
    return text


class Worker(QThread):
    # entry: kind=event title=thread Worker
    def run(self):
        self.work()

    def work(self):
        think("work")


root = tk.Tk()
# entry: kind=event title=Ask
button = tk.Button(root, text="Ask", command=ask)
entry = tk.Entry(root)
# entry: kind=event title=<Return> on_return
entry.bind("<Return>", on_return)
root.protocol("WM_DELETE_WINDOW", root.destroy)

push = QPushButton("Save")
# entry: kind=event title=signal save
push.clicked.connect(save)
