from channels.generic.websocket import AsyncJsonWebsocketConsumer
from django.core.management.base import BaseCommand
from django.db import models
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.http import JsonResponse
from django.urls import include, path, re_path
from django.views import View
from django.views.generic import FormView


def ask(request):
    return JsonResponse({"answer": complete(request.POST["question"])})


def complete(text):
    return text


class TicketView(View):
    # entry: kind=http title=POST TicketView
    def post(self, request, pk):
        return JsonResponse({"pk": pk})


class ContactView(FormView):
    # entry: kind=http title=ContactView.form_valid
    def form_valid(self, form):
        return super().form_valid(form)


urlpatterns = [
    # entry: kind=http title=/ask/
    path("ask/", ask, name="ask"),
    # entry: kind=http title=/^old/(?P<pk>\d+)/$
    re_path(r"^old/(?P<pk>\d+)/$", ask),
    path("tickets/<int:pk>/", TicketView.as_view()),
    path("contact/", view=ContactView.as_view()),
    path("accounts/", include("accounts.urls")),
]


class Command(BaseCommand):
    help = "Write the weekly digest"

    def add_arguments(self, parser):
        parser.add_argument("--week")

    # entry: kind=cli title=manage.py example
    def handle(self, *args, **options):
        complete(options["week"])


class Article(models.Model):
    title = models.CharField(max_length=100)

    def headline(self):
        return self.title.upper()


# entry: kind=event title=signal receiver embed_article
@receiver(post_save, sender=Article)
def embed_article(sender, instance, **kwargs):
    complete(instance.title)


def forget_article(sender, instance, **kwargs):
    pass


# entry: kind=event title=signal receiver forget_article
post_delete.connect(forget_article, sender=Article)


class ChatConsumer(AsyncJsonWebsocketConsumer):
    # entry: kind=http title=WS ChatConsumer.receive_json
    async def receive_json(self, content, **kwargs):
        await self.send_json({"text": complete(content["text"])})
