from telegram import Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)


async def ask(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    await update.message.reply_text(think(" ".join(context.args)))


async def chat(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    await update.message.reply_text(think(update.message.text))


async def press(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    await update.callback_query.answer()


async def on_error(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    print(context.error)


def think(text: str) -> str:
    return text


app = Application.builder().token("token").build()
# entry: kind=bot title=Telegram /ask
app.add_handler(CommandHandler("ask", ask))
# entry: kind=bot title=Telegram message chat
app.add_handler(MessageHandler(filters.TEXT & ~filters.COMMAND, chat))
# entry: kind=bot title=Telegram update press
app.add_handler(CallbackQueryHandler(press))
app.add_error_handler(on_error)
