from rest_framework import serializers, viewsets
from rest_framework.decorators import action, api_view
from rest_framework.response import Response
from rest_framework.routers import DefaultRouter
from rest_framework.views import APIView


class NoteSerializer(serializers.Serializer):
    text = serializers.CharField()

    # entry: kind=http title=NoteSerializer.create
    def create(self, fields):
        return fields


class NoteViewSet(viewsets.ModelViewSet):
    serializer_class = NoteSerializer

    # entry: kind=http title=NoteViewSet.perform_create
    def perform_create(self, serializer):
        serializer.save(tags=self.guess_tags(serializer))

    # entry: kind=http title=NoteViewSet.summarize
    @action(detail=True, methods=["post"])
    def summarize(self, request, pk=None):
        return Response({"pk": pk})

    def guess_tags(self, serializer):
        return []


class Search(APIView):
    # entry: kind=http title=GET Search
    def get(self, request):
        return Response([])


# entry: kind=http title=POST classify
@api_view(["POST"])
def classify(request):
    return Response({"label": label(request.data["text"])})


def label(text):
    return "other"


router = DefaultRouter()
router.register("notes", NoteViewSet)
