"""aai.Transcriber().transcribe("a.mp3") as words."""

import assemblyai as aai

transcriber = aai.Transcriber()
transcriber.list_transcripts()
transcriber.upload_file("a.mp3")
transcript = aai.Transcript.get_by_id("t")
transcript.export_subtitles_srt()
transcript.word_search(["hello"])


class Typist:
    def transcribe(self, sound):
        return sound


Typist().transcribe("a.mp3")
