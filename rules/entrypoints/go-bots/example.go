package bots

import (
	"context"

	"github.com/bwmarrin/discordgo"
	"github.com/go-telegram/bot"
	"github.com/go-telegram/bot/models"
	larkcard "github.com/larksuite/oapi-sdk-go/v3/card"
	"github.com/larksuite/oapi-sdk-go/v3/event/dispatcher"
	larkim "github.com/larksuite/oapi-sdk-go/v3/service/im/v1"
	"github.com/slack-go/slack/socketmode"
	tele "gopkg.in/telebot.v4"
)

// entry: kind=bot title=discord onMessage
func onMessage(s *discordgo.Session, m *discordgo.MessageCreate) {}

// entry: kind=bot title=telegram /ask
func ask(c tele.Context) error { return nil }

// entry: kind=bot title=telegram other
func other(ctx context.Context, b *bot.Bot, update *models.Update) {}

// entry: kind=bot title=telegram /help
func help(ctx context.Context, b *bot.Bot, update *models.Update) {}

// entry: kind=bot title=lark received
func received(ctx context.Context, event *larkim.P2MessageReceiveV1) error { return nil }

// entry: kind=bot title=lark card pressed
func pressed(ctx context.Context, action *larkcard.CardAction) (interface{}, error) { return nil, nil }

// entry: kind=bot title=slack mentioned
func mentioned(event *socketmode.Event, client *socketmode.Client) {}

func start(client *socketmode.Client) {
	session, _ := discordgo.New("Bot token")
	session.AddHandler(onMessage)

	answers, _ := tele.NewBot(tele.Settings{})
	answers.Handle("/ask", ask)

	b, _ := bot.New("token", bot.WithDefaultHandler(other))
	b.RegisterHandler(bot.HandlerTypeMessageText, "/help", bot.MatchTypeExact, help)

	dispatcher.NewEventDispatcher("token", "key").OnP2MessageReceiveV1(received)
	larkcard.NewCardActionHandler("token", "key", pressed)

	handler := socketmode.NewSocketmodeHandler(client)
	handler.HandleEvents("app_mention", mentioned)
}
