// Works without a script: the time left is in words, the total is worked out here.
#include "server/web/hold_html.h"

#include "server/web/event_html.h"
#include "server/web/locale_text.h"
#include "server/web/static_files.h"

#include <map>

namespace parterre::web {
namespace {

using namespace Qt::StringLiterals;

// The type chosen for the n-th place of that name, else the first one sold.
std::optional<PriceTypeIndex> typeOf(const EventTerms& terms, PriceAreaIndex area, const std::string& label,
                                     std::size_t nth, const CheckoutDraft& draft)
{
    const std::string* chosen = chosenType(draft.priceTypes, label, nth);
    for (std::uint16_t t = 0; chosen && t < terms.priceTypes.size(); ++t)
        if (terms.priceTypes[t] == *chosen && priceOf(terms, area, PriceTypeIndex{t}).ok())
            return PriceTypeIndex{t};
    for (std::uint16_t t = 0; t < terms.priceTypes.size(); ++t)
        if (priceOf(terms, area, PriceTypeIndex{t}).ok())
            return PriceTypeIndex{t};
    return std::nullopt;
}

std::string typeSelect(const Words& words, const EventTerms& terms, const HeldPlace& place)
{
    std::string html = hiddenField("place", place.label) + "<select name=\"type\" aria-label=\"" +
                       escape(words.say("Hold", "Price of %1").arg(place.text)) + "\">";
    for (std::uint16_t t = 0; t < terms.priceTypes.size(); ++t)
        if (const auto price = priceOf(terms, place.area, PriceTypeIndex{t}); price.ok())
            html += "<option value=\"" + escape(terms.priceTypes[t]) + "\"" +
                    (place.type.value == t ? " selected" : "") + ">" + escape(terms.priceTypes[t]) + " " +
                    escape(moneyText(words, *price)) + "</option>";
    return html + "</select>";
}

std::string timerHtml(const Words& words, const EventTerms& terms, const Hold& hold, Instant now)
{
    return "<p id=\"timer\" class=\"timer\" role=\"timer\" data-expires=\"" + toRfc3339(hold.deadline()) +
           "\" data-now=\"" + toRfc3339(now) + "\">" +
           escape(
               words.say("Hold", "Held for you for %1, until %2.")
                   .arg(minutesText(words, hold.deadline() - now), clockText(words, hold.deadline(), terms.timeZone))) +
           "</p>\n";
}

struct Field
{
    const char* name;
    QString label;
    const char* attributes;
    QString hint;
    QString problem;
};

std::string fieldHtml(const Field& field, const std::string& value)
{
    const std::string id = field.name;
    std::string html = "<div class=\"field\"><label for=\"" + id + "\">" + escape(field.label) + "</label>";
    std::string described;
    if (!field.problem.isEmpty()) {
        html += "<p class=\"problem\" id=\"" + id + "-problem\">" + escape(field.problem) + "</p>";
        described = id + "-problem";
    }
    if (!field.hint.isEmpty()) {
        html += "<p class=\"muted\" id=\"" + id + "-hint\">" + escape(field.hint) + "</p>";
        described += (described.empty() ? "" : " ") + id + "-hint";
    }
    html += "<input id=\"" + id + "\" name=\"" + id + "\" " + field.attributes + " value=\"" + escape(value) + "\"";
    if (!described.empty())
        html += " aria-describedby=\"" + described + "\"";
    if (!field.problem.isEmpty())
        html += " aria-invalid=\"true\" autofocus";
    return html + "></div>\n";
}

QString methodText(const Words& words, const std::string& method)
{
    if (method == "test-hosted")
        return words.say("Hold", "On the test bank's page (no money moves)");
    if (method == "test")
        return words.say("Hold", "At once (a test, no money moves)");
    return QString::fromStdString(method);
}

std::string methodsHtml(const Words& words, const HoldPageState& state)
{
    if (state.methods.size() == 1)
        return hiddenField("method", state.methods.front());
    std::string html = "<fieldset class=\"methods\"><legend>" + escape(words.say("Hold", "How to pay")) + "</legend>";
    for (const auto& method : state.methods) {
        const bool chosen = method == (state.draft.method.empty() ? state.methods.front() : state.draft.method);
        html += "<label><input type=\"radio\" name=\"method\" value=\"" + escape(method) + "\"" +
                (chosen ? " checked" : "") + "> " + escape(methodText(words, method)) + "</label>";
    }
    return html + "</fieldset>\n";
}

std::string placesHtml(const Words& words, const EventTerms& terms, const std::vector<HeldPlace>& places)
{
    std::string html = "<ul class=\"places\">\n";
    for (const HeldPlace& place : places)
        html += "<li><span>" + escape(place.text) + "</span> " + typeSelect(words, terms, place) + "</li>\n";
    return html + "</ul>\n";
}

std::string totalHtml(const Words& words, const EventMirror& mirror, const std::vector<HeldPlace>& places,
                      const std::string& href)
{
    const Money total = totalOf(mirror, places);
    std::string html = hiddenField("shown", std::to_string(total.minor)) + "<p class=\"total\"><output>" +
                       escape(words.say("Hold", "Total %1").arg(moneyText(words, total))) + "</output> <span>" +
                       escape(words.say("Shop", "all fees included")) + "</span></p>\n";
    if (mirror.state().terms().priceTypes.size() > 1)
        html += "<p><button class=\"quiet\" formnovalidate formaction=\"" + href + "/price\">" +
                escape(words.say("Hold", "Work out the total again")) + "</button></p>\n";
    return html;
}

// Title and event; the event leads back to its page.
std::string headHtml(const Words& words, const EventMirror& mirror, const QString& title)
{
    const EventTerms& terms = mirror.state().terms();
    return "<h1>" + escape(title) + "</h1>\n<p class=\"when\"><a href=\"" + eventHref(mirror) + "\"><strong>" +
           escape(terms.title) + "</strong></a><br>" + whenHtml(words, terms) + "<br>" + escape(terms.venue) + "</p>\n";
}

std::string buyerHtml(const Words& words, const HoldPageState& state)
{
    return fieldHtml({"email", words.say("Hold", "E-mail address"),
                      "type=\"email\" required maxlength=\"254\" autocomplete=\"email\"",
                      words.say("Hold", "Your tickets go there. No account is needed."), state.emailProblem},
                     state.draft.email) +
           fieldHtml({"name",
                      words.say("Hold", "Name (optional)"),
                      "maxlength=\"200\" autocomplete=\"name\"",
                      {},
                      state.nameProblem},
                     state.draft.name);
}

} // namespace

std::vector<HeldPlace> heldPlaces(const Words& words, const EventMirror& mirror, const Places& places,
                                  const CheckoutDraft& draft)
{
    const EventTerms& terms = mirror.state().terms();
    std::vector<HeldPlace> held;
    const auto add = [&](const std::string& label, const QString& text, PriceAreaIndex area, std::size_t nth) {
        if (const auto type = typeOf(terms, area, label, nth, draft))
            held.push_back({label, text, area, *type, *priceOf(terms, area, *type)});
    };
    for (const SeatIndex seat : places.seats)
        add(mirror.plan().label(seat), seatText(words, mirror.plan(), seat), mirror.plan().seat(seat).priceArea, 0);
    for (const auto& units : places.standing) {
        const StandingArea& area = mirror.plan().standing()[units.area.value];
        for (std::uint32_t i = 0; i < units.count; ++i)
            add(area.name,
                words.say("Hold", "%1, standing place %2")
                    .arg(QString::fromStdString(area.name), QString::number(i + 1)),
                area.priceArea, i);
    }
    return held;
}

Money totalOf(const EventMirror& mirror, const std::vector<HeldPlace>& places)
{
    Money total{0, mirror.state().terms().currency};
    for (const HeldPlace& place : places)
        total = total + place.price;
    return total;
}

PageParts holdPage(const Words& words, const EventMirror& mirror, const HoldView& view, Instant now,
                   const std::string& once, const HoldPageState& state)
{
    const EventTerms& terms = mirror.state().terms();
    const std::string href = "/holds/" + view.hold.id.toString();
    const auto places = heldPlaces(words, mirror, view.hold.places, state.draft);
    const QString title = words.say("Hold", "Your places");
    std::string body = headHtml(words, mirror, title) + state.notice + timerHtml(words, terms, view.hold, now);
    // Pay comes first in the form: Enter in a field presses the first button there is.
    body += "<form class=\"card checkout\" id=\"checkout\" method=\"post\" action=\"" + href + "/checkout\">" +
            "<button hidden></button>" + hiddenField("once", once) + placesHtml(words, terms, places) +
            totalHtml(words, mirror, places, href) + buyerHtml(words, state);
    if (state.methods.empty())
        body +=
            "<p class=\"problem\">" +
            escape(words.say("Hold", "Nothing can be paid here just now. Your places are kept until the time above; "
                                     "call the box office to buy them.")) +
            "</p></form>\n";
    else
        body += methodsHtml(words, state) + "<p class=\"bar\"><button>" + escape(words.say("Hold", "Pay now")) +
                "</button></p></form>\n";
    // More time is a button of the same form: what was typed and chosen comes along.
    body += "<div class=\"row\">";
    if (!view.hold.extended)
        body += "<button class=\"quiet\" form=\"checkout\" formnovalidate formaction=\"" + href + "/extend\">" +
                escape(words.say("Hold", "More time (once)")) + "</button>";
    body += buttonForm(href + "/release", words.say("Hold", "Give back %n places", nullptr, places.size()), "quiet");
    return {title, body + "</div>\n" + scriptHtml("hold_timer.js") + scriptHtml("checkout.js"), {}, {}};
}

PageParts payingPage(const Words& words, const EventMirror& mirror, const HoldView& view, Instant now,
                     const PaymentPlaces& at)
{
    const QString title = words.say("Hold", "Your payment is under way");
    std::string body =
        headHtml(words, mirror, title) + "<p class=\"notice\" role=\"status\">" +
        escape(words.say("Hold", "The bank has not answered yet. Your places are protected meanwhile, and nothing is "
                                 "charged twice.")) +
        "</p>\n" + timerHtml(words, mirror.state().terms(), view.hold, now) + "<ul class=\"places\">\n";
    for (const HeldPlace& place : heldPlaces(words, mirror, view.hold.places, {}))
        body += "<li><span>" + escape(place.text) + "</span></li>\n";
    body += "</ul>\n";
    if (!at.bank.empty())
        body += "<p>" +
                escape(words.say("Hold", "Go on where you left. To pay another way or to give the places back, decline "
                                         "the payment there first.")) +
                "</p>\n<p><a class=\"button\" href=\"" + escape(at.bank) + "\">" +
                escape(words.say("Hold", "Go on with the payment")) + "</a></p>\n";
    body += "<p class=\"row\"><a href=\"" + escape(at.order) + "\">" +
            escape(words.say("Hold", "See whether the tickets are there")) + "</a> <a id=\"look-again\" href=\"" +
            escape(at.here) + "\">" + escape(words.say("Order", "Look again")) + "</a></p>\n";
    return {title, body + scriptHtml("hold_timer.js") + scriptHtml("payment_watch.js"), {}, {}};
}

PageParts holdGonePage(const Words& words, const EventMirror& mirror, const KnownHold& hold, bool isTyped)
{
    const QString title =
        hold.givenBack ? words.say("Hold", "You gave these places back") : words.say("Hold", "Your time is up");
    std::string body = headHtml(words, mirror, title);
    if (hold.givenBack)
        body += noticeHtml(words.say("Hold", "They go back on sale. Nothing was charged."));
    else
        body += noticeHtml(words.say("Hold", "The time for your places ran out, so they went back on sale. "
                                             "Nothing was charged."));
    if (!hold.givenBack && !hold.seats.empty())
        body += "<p>" +
                escape(words.say("Hold", "For ten minutes they are for others first; choose other places "
                                         "meanwhile.")) +
                "</p>\n";
    if (isTyped)
        body += "<p>" + escape(words.say("Hold", "What you typed is kept in this browser.")) + "</p>\n";
    body += "<p>";
    if (mirror.plan().seatCount() > 0)
        body += "<a class=\"button\" href=\"" + eventHref(mirror) + "/seats\">" +
                escape(words.say("Hold", "Choose seats again")) + "</a> ";
    body += "<a href=\"" + eventHref(mirror) + "\">" + escape(words.say("Hold", "Back to the event")) + "</a></p>";
    return {title, std::move(body), {}, {}};
}

} // namespace parterre::web
