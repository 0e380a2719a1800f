import frappe
from langflow.custom import Component
from odoo import models


# entry: kind=http title=summarize
@frappe.whitelist(allow_guest=False)
def summarize(name):
    return shorten(name)


class Lead(models.Model):
    _name = "crm.lead"

    # entry: kind=event title=Lead.action_draft_mail
    def action_draft_mail(self):
        for lead in self:
            lead.body = self._draft(lead)

    def _draft(self, lead):
        return shorten(lead.name)


class Shortener(Component):
    display_name = "Shortener"

    # entry: kind=graph title=component Shortener.run_short
    def run_short(self) -> str:
        return shorten(self.text)


def shorten(text):
    return text[:10]
