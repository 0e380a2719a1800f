use serenity::prelude::*;
use teloxide::prelude::Bot;

struct Events;

#[serenity::async_trait]
impl EventHandler for Events {
    // entry: kind=bot title=discord message
    async fn message(&self, _context: Context, text: String) {
        println!("{text}");
    }
}

// entry: kind=bot title=discord ask
#[poise::command(slash_command)]
async fn ask(text: String) -> Result<(), ()> {
    println!("{text}");
    Ok(())
}

async fn telegram(bot: Bot) {
    teloxide::repl(bot, answer).await;
}

// entry: kind=bot title=telegram answer
async fn answer(bot: Bot, text: String) -> Result<(), ()> {
    Ok(())
}
