import cognee


async def forget():
    await cognee.prune.prune_data()
    await cognee.prune.prune_system(metadata=True)
    await cognee.datasets.list_datasets()
