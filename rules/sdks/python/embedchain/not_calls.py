from embedchain import App

bot = App()
bot.reset()
bot.get_data_sources()
