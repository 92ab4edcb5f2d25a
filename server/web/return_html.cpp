// What can be given back, until when, and what happens then.
#include "server/web/locale_text.h"
#include "server/web/return_routes.h"

#include <algorithm>

namespace parterre::web {

PageParts returnPage(const Words& words, const FoundFanOrder& found, const std::vector<TicketSerial>& returnable,
                     Instant until, const std::string& href, const std::string& notice)
{
    const auto& terms = found.mirror->state().terms();
    const QString title = words.say("Return", "Give tickets back");
    std::string body =
        "<h1>" + escape(title) + "</h1>\n" + notice + "<p>" +
        escape(words
                   .say("Return",
                        "Until %1 you may give tickets for %2 back. Their seats are for sale again, the codes "
                        "count no more, and your money goes back the way it came. This cannot be undone.")
                   .arg(whenText(words, until, terms.timeZone), QString::fromStdString(terms.title))) +
        "</p>\n<form class=\"card\" method=\"post\" action=\"" + escape(href) + "\">" + "<fieldset><legend>" +
        escape(words.say("Return", "Which tickets?")) + "</legend>\n";
    for (const Ticket& ticket : found.order->tickets) {
        if (std::find(returnable.begin(), returnable.end(), ticket.serial) == returnable.end())
            continue;
        body += "<p><label><input type=\"checkbox\" name=\"ticket\" value=\"" + ticket.serial.toString() + "\"> " +
                escape(placeText(words, found.mirror->plan(), ticket)) + " · " +
                escape(moneyText(words, {ticket.priceMinor, terms.currency})) + "</label></p>\n";
    }
    body += "</fieldset>\n<p class=\"bar\"><button>" + escape(words.say("Return", "Go on with the ticked tickets")) +
            "</button></p></form>";
    return {title, std::move(body), {}, {}, false};
}

PageParts returnSurePage(const Words& words, const FoundFanOrder& found, const std::vector<TicketSerial>& chosen,
                         const std::string& href, const std::string& once)
{
    const auto& terms = found.mirror->state().terms();
    const qint64 count = static_cast<qint64>(chosen.size());
    const QString title = words.say("Return", "Give %n tickets back?", nullptr, count);
    std::string body = "<h1>" + escape(title) + "</h1>\n<p><strong>" + escape(terms.title) + "</strong></p>\n<ul>\n";
    std::string fields;
    Money total{0, terms.currency};
    for (const Ticket& ticket : found.order->tickets) {
        if (std::find(chosen.begin(), chosen.end(), ticket.serial) == chosen.end())
            continue;
        body += "<li>" + escape(placeText(words, found.mirror->plan(), ticket)) + "</li>\n";
        fields += hiddenField("ticket", ticket.serial.toString());
        total = total + Money{ticket.priceMinor, terms.currency};
    }
    body += "</ul>\n<p>" +
            escape(words
                       .say("Return", "%1 go back the way they came. The codes count no more, and this cannot be "
                                      "undone.")
                       .arg(moneyText(words, total))) +
            "</p>\n<form method=\"post\" action=\"" + escape(href) + "\">" + hiddenField("once", once) +
            hiddenField("sure", "yes") + fields + "<p class=\"row\"><button class=\"danger\">" +
            escape(words.say("Return", "Give %n tickets back", nullptr, count)) + "</button> <a href=\"" +
            escape(href) + "\">" + escape(words.say("Return", "Keep them")) + "</a></p></form>";
    return {title, std::move(body), {}, {}, false};
}

std::string returnedHtml(const Words& words, std::uint32_t count)
{
    if (count == 0)
        return {};
    const qint64 tickets = count;
    return "<p class=\"good\" role=\"status\">" +
           escape(words.say("Return", "%n tickets were given back. The money goes back the way it came.", nullptr,
                            tickets)) +
           "</p>\n";
}

PageParts returnClosedPage(const Words& words, const std::string& backHref)
{
    const QString title = words.say("Return", "Give tickets back");
    return {
        title,
        "<h1>" + escape(title) + "</h1>\n" +
            noticeHtml(words.say("Return", "These tickets cannot be given back: the time for it is over, or they were "
                                           "used or given back already. Nothing was changed.")) +
            "<p><a class=\"button\" href=\"" + escape(backHref) + "\">" +
            escape(words.say("Return", "Back to my tickets")) + "</a></p>",
        {},
        {},
        false};
}

std::string returnLinkHtml(const Words& words, const FoundFanOrder& found, const TicketReturns& returns, Instant now,
                           const std::string& key)
{
    const auto& terms = found.mirror->state().terms();
    const auto until = returns.until(*found.mirror);
    if (!until || returnable(terms, *found.order, returns.policyOf(found.mirror->event()), now).empty())
        return {};
    return "<p class=\"noprint\"><a href=\"/orders/" + found.order->id.toString() + "/return?key=" + escape(key) +
           "\">" +
           escape(words.say("Return", "Cannot come? Give tickets back until %1")
                      .arg(whenText(words, *until, terms.timeZone))) +
           "</a></p>\n";
}

} // namespace parterre::web
