from homeassistant import config_entries
from homeassistant.components.conversation import ConversationEntity
from homeassistant.components.sensor import SensorEntity
from homeassistant.core import callback
from homeassistant.helpers.update_coordinator import DataUpdateCoordinator

DOMAIN = "helper"


# entry: kind=event title=async_setup_entry example
async def async_setup_entry(hass, entry):
    async def describe(call):
        return {"text": await hass.async_add_executor_job(think, call.data["image"])}

    # entry: kind=event title=service describe
    hass.services.async_register(DOMAIN, "describe", describe)
    return True


class HelperConfigFlow(config_entries.ConfigFlow, domain=DOMAIN):
    VERSION = 1

    # entry: kind=event title=config flow async_step_user
    async def async_step_user(self, user_input=None):
        await self.hass.async_add_executor_job(think, "key")
        return self.async_create_entry(title="Helper", data=user_input)

    @staticmethod
    @callback
    def async_get_options_flow(config_entry):
        return None


class Agent(ConversationEntity):
    # entry: kind=bot title=conversation Agent
    async def _async_handle_message(self, user_input, chat_log):
        return self.answer(user_input.text)

    def answer(self, text):
        return think(text)


class Mood(SensorEntity):
    def __init__(self, hass):
        self.hass = hass
        # entry: kind=event title=on state change changed
        hass.helpers.event.async_track_state_change("light.hall", self.changed)
        # entry: kind=schedule title=every ticked
        hass.helpers.event.async_track_time_interval(self.ticked, 60)

    def changed(self, entity_id, old_state, new_state):
        return think(new_state)

    def ticked(self, now):
        return think(now)

    # entry: kind=event title=Mood.async_update
    async def async_update(self):
        self._attr_native_value = think("mood")

    @property
    def name(self):
        return "Mood"


class Feed(DataUpdateCoordinator):
    # entry: kind=schedule title=update Feed
    async def _async_update_data(self):
        return think("feed")

    async def refresh(self):
        await self.async_request_refresh()


def think(text):
    return text
