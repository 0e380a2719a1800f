import telebot
from aiogram import Dispatcher, F, Router
from aiogram.filters import CommandStart
from telethon import TelegramClient, events

router = Router()
dispatcher = Dispatcher()
bot = telebot.TeleBot("token")
client = TelegramClient("session", 1, "hash")


# entry: kind=bot title=Telegram message start
@router.message(CommandStart())
async def start(message):
    await message.answer(think("hello"))


# entry: kind=bot title=Telegram callback_query press
@dispatcher.callback_query(F.data == "again")
async def press(query):
    await query.answer(think("again"))


async def chat(message):
    await message.answer(think(message.text))


# entry: kind=bot title=Telegram chat
router.message.register(chat, F.text)


# entry: kind=bot title=Telegram echo
@bot.message_handler(func=lambda message: True)
def echo(message):
    bot.reply_to(message, think(message.text))


# entry: kind=bot title=Telegram on_new
@client.on(events.NewMessage(pattern="hi"))
async def on_new(event):
    await event.reply(think("hi"))


@router.errors()
async def on_error(event):
    print(event)


def think(text):
    return text
