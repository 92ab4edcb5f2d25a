// Counting by seat, order and cent.
#include "server/rehearse/sales_book.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace parterre::rehearsal {
namespace {

using namespace Qt::StringLiterals;

std::int64_t amountOf(const QJsonValue& money)
{
    return money.toObject().value(u"amount"_s).toInteger();
}

} // namespace

void SalesBook::confirmed(Sale sale)
{
    std::string order = sale.order;
    m_promised.emplace(std::move(order), std::move(sale));
}

void SalesBook::add(const std::string& order, const std::string& place)
{
    ++m_placesOpened;
    if (m_hall.seatByLabel(place))
        m_buyers[place].push_back(order);
    else
        ++m_standing[place];
}

void SalesBook::opened(const std::string& order, std::string_view json)
{
    const auto promised = m_promised.find(order);
    if (promised == m_promised.end() || m_opened.count(order) > 0)
        return;
    const QJsonObject shown =
        QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), static_cast<qsizetype>(json.size()))).object();
    const QJsonArray tickets = shown.value(u"tickets"_s).toArray();
    if (tickets.isEmpty())
        return; // the payment is still under way
    m_opened.insert(order);
    std::int64_t sum = 0;
    for (const auto& value : tickets) {
        const QJsonObject ticket = value.toObject();
        sum += amountOf(ticket.value(u"price"_s));
        add(order, ticket.value(u"place"_s).toString().toStdString());
    }
    const std::int64_t total = amountOf(shown.value(u"total"_s));
    m_moneyMinor += total;
    if (total != sum || total != promised->second.promisedMinor)
        m_wrongMoney.push_back(order + ": " + std::to_string(total) + ", tickets " + std::to_string(sum) +
                               ", promised " + std::to_string(promised->second.promisedMinor));
}

void SalesBook::soldAtCounter(const std::string& order, const std::vector<std::size_t>& seats, std::int64_t minor)
{
    m_promised.emplace(order, Sale{order, {}, minor});
    m_opened.insert(order);
    m_moneyMinor += minor;
    for (const std::size_t seat : seats)
        add(order, m_hall.label(seat));
}

std::optional<Sale> SalesBook::nextUnopened()
{
    for (const auto& [order, sale] : m_promised)
        if (m_opened.count(order) == 0 && m_skipped.insert(order).second)
            return sale;
    return std::nullopt;
}

SalesFindings SalesBook::check(std::string_view before, std::string_view after) const
{
    SalesFindings findings;
    findings.orders = m_promised.size();
    findings.places = m_placesOpened;
    findings.moneyMinor = m_moneyMinor;
    findings.wrongMoney = m_wrongMoney;
    for (const auto& [order, sale] : m_promised)
        if (m_opened.count(order) == 0)
            findings.unopened.push_back(order);
    for (const auto& [place, orders] : m_buyers) {
        const std::size_t seat = m_hall.seatByLabel(place).value();
        if (seat >= after.size() || after[seat] != 'x')
            findings.notTaken.push_back(place);
        findings.takenBefore += seat < before.size() && before[seat] == 'x';
        if (orders.size() < 2)
            continue;
        std::string line = place + ':';
        for (const std::string& order : orders)
            line += ' ' + order;
        findings.soldTwice.push_back(std::move(line));
    }
    for (const auto& [area, count] : m_standing) {
        const auto free = m_hall.standingFree().find(area);
        if (free == m_hall.standingFree().end() || count > free->second)
            findings.soldTwice.push_back(area + ": " + std::to_string(count) + " places sold, more than were free");
    }
    for (std::size_t seat = 0; seat < std::min(before.size(), after.size()); ++seat)
        if (after[seat] == 'x' && before[seat] != 'x' && m_buyers.count(m_hall.label(seat)) == 0)
            ++findings.takenByOthers;
    return findings;
}

} // namespace parterre::rehearsal
