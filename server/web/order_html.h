// The order with its tickets, and the way back to it by code and e-mail address.
#pragma once

#include "server/web/html.h"
#include "server/web/sale_facts.h"
#include "server/web/ticket_pdf.h"
#include "sync/wire/signing.h"

namespace parterre::web {

// `key` opens the order: the links to its PDF and calendar file carry it. Everything stands in the page itself.
// `hasPaper`: the PDF can be had.
PageParts orderPage(const Words& words, const EventMirror& mirror, const Order& order, const std::string& key,
                    const SigningKey& serverKey, bool hasPaper = canDrawTickets());
// `here`: its own address; it looks again by itself.
PageParts paymentPendingPage(const Words& words, const std::string& here);
// The key fits, but there is neither an order nor a payment under way.
PageParts paymentFailedPage(const Words& words);

struct LookupState
{
    std::string code;
    std::string email;
    QString problem;
};
PageParts lookupPage(const Words& words, const LookupState& state);

} // namespace parterre::web
