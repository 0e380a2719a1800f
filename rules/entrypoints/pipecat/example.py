from pipecat.pipeline.pipeline import Pipeline
from pipecat.processors.frame_processor import FrameProcessor


class Censor(FrameProcessor):
    # entry: kind=event title=voice processor Censor
    async def process_frame(self, frame, direction):
        await super().process_frame(frame, direction)
        await self.push_frame(self.clean(frame), direction)

    def clean(self, frame):
        return frame


# entry: kind=event title=voice bot example
async def bot(runner_args):
    await run_pipeline(Pipeline([Censor()]))


async def run_pipeline(pipeline):
    return pipeline
