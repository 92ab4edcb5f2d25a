// One text below the other, German first, as the pages offer them.
#include "server/web/order_mails.h"

#include "server/web/locale_text.h"
#include "sync/wire/ticket_code.h"

#include <algorithm>
#include <cstdio>

namespace parterre::web {
namespace {

using namespace Qt::StringLiterals;

const Order* orderOf(const EventState& state, const EntryBody& body)
{
    if (const auto* placed = std::get_if<OrderPlaced>(&body))
        return state.order(placed->order.id);
    if (const auto* voided = std::get_if<TicketsVoided>(&body))
        return state.order(voided->order);
    return nullptr;
}

QString ticketLines(const Words& words, const EventMirror& mirror, const Order& order,
                    const std::vector<TicketSerial>* only)
{
    const EventTerms& terms = mirror.state().terms();
    QString lines;
    for (const Ticket& ticket : order.tickets)
        if (!only || std::find(only->begin(), only->end(), ticket.serial) != only->end())
            lines += u"  – "_s + placeText(words, mirror.plan(), ticket) + u", "_s +
                     QString::fromStdString(terms.priceTypes[ticket.priceType.value]) + u", "_s +
                     moneyText(words, {ticket.priceMinor, terms.currency}) + u'\n';
    return lines;
}

QString eventLines(const Words& words, const EventTerms& terms)
{
    return QString::fromStdString(terms.title) + u'\n' + whenText(words, terms.startsAt, terms.timeZone) + u'\n' +
           QString::fromStdString(terms.venue) + u"\n\n"_s;
}

QString boughtText(const Words& words, const EventMirror& mirror, const Order& order, const QString& link)
{
    const EventTerms& terms = mirror.state().terms();
    const auto count = static_cast<std::int64_t>(order.tickets.size());
    return words.say("Mail", "Thank you. You have bought %n tickets:", nullptr, count) + u"\n\n"_s +
           eventLines(words, terms) + ticketLines(words, mirror, order, nullptr) + u'\n' +
           words.say("Hold", "Total %1").arg(moneyText(words, {order.tender.paidMinor, terms.currency})) + u", "_s +
           words.say("Shop", "all fees included") + u'\n' + words.say("Order", "Order code") + u' ' +
           QString::fromStdString(orderCode(order.id)) + u"\n\n"_s +
           words.say("Mail",
                     "Your tickets are here. Open the page once and it needs no network any more; it can also be "
                     "printed. Whoever has this address has your tickets: keep it to yourself.") +
           u'\n' + link + u'\n';
}

QString backText(const Words& words, const EventMirror& mirror, const Order& order, const TicketsVoided& voided,
                 const QString& link)
{
    const EventTerms& terms = mirror.state().terms();
    std::int64_t minor = 0;
    for (const Ticket& ticket : order.tickets)
        if (std::find(voided.serials.begin(), voided.serials.end(), ticket.serial) != voided.serials.end())
            minor += ticket.priceMinor;
    const auto count = static_cast<std::int64_t>(voided.serials.size());
    QString text =
        words.say("Mail", "%n tickets of your order were given back and let nobody in any more:", nullptr, count) +
        u"\n\n"_s + eventLines(words, terms) + ticketLines(words, mirror, order, &voided.serials) + u'\n';
    if (minor > 0)
        text += words.say("Mail", "%1 goes back the way it was paid.").arg(moneyText(words, {minor, terms.currency})) +
                u'\n';
    return text + words.say("Mail", "Your order:") + u' ' + link + u'\n';
}

} // namespace

std::optional<Mail> mailAbout(const EventMirror& mirror, const LogEntry& entry,
                              const std::function<std::string(OrderId)>& link)
{
    const Order* order = orderOf(mirror.state(), entry.body);
    if (!order || order->channel != Channel::Fan || order->buyer.email.empty())
        return std::nullopt;
    const QString address = QString::fromStdString(link(order->id));
    const auto* voided = std::get_if<TicketsVoided>(&entry.body);
    Mail mail;
    mail.id = order->id.toString() + '-' + std::to_string(entry.seq);
    mail.to = order->buyer.email;
    mail.at = entry.at;
    QStringList texts;
    QStringList subjects;
    for (const Language language : languages) {
        const Words& words = Words::in(language);
        subjects << (voided ? words.say("Mail", "Tickets given back") : words.say("Order", "Your tickets"));
        texts << (voided ? backText(words, mirror, *order, *voided, address)
                         : boughtText(words, mirror, *order, address));
    }
    mail.subject =
        (subjects.join(u" / "_s) + u": "_s + QString::fromStdString(mirror.state().terms().title)).toStdString();
    mail.text = texts.join(u"\n* * *\n\n"_s).toStdString();
    return mail;
}

OrderMails::OrderMails(ApiContext& context, Mailer& mailer, std::string publicUrl)
    : m_context(context),
      m_mailer(mailer),
      m_publicUrl(std::move(publicUrl)),
      m_follower(context, "mails",
                 {[](const EntryBody& body) {
                      return std::holds_alternative<OrderPlaced>(body) || std::holds_alternative<TicketsVoided>(body);
                  },
                  [this](const EventMirror& mirror, const LogEntry& entry, Completion<void> done) {
                      act(mirror, entry, std::move(done));
                  }})
{}

void OrderMails::committed(const EventMirror& mirror, const CommittedEntries& entries)
{
    m_follower.committed(mirror, entries);
}

void OrderMails::act(const EventMirror& mirror, const LogEntry& entry, Completion<void> done)
{
    const auto mail = mailAbout(mirror, entry, [this](OrderId order) {
        return m_publicUrl + "/orders/" + order.toString() + "?key=" + m_context.orderKeys.keyOf(order);
    });
    if (!mail)
        return done({});
    m_mailer.send(*mail, [id = mail->id, done = std::move(done)](Result<void> sent) {
        if (sent.ok() || sent.error().code != ErrorCode::Malformed)
            return done(std::move(sent));
        // An address that no mail can reach: the order stands, its page and the look-up are there.
        std::fprintf(stderr, "parterre-server: mail %s cannot be sent: %s\n", id.c_str(), sent.error().detail.c_str());
        done({});
    });
}

} // namespace parterre::web
