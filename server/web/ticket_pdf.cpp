// Laid out in millimetres; the code is drawn module by module, so it is sharp at any size.
#include "server/web/ticket_pdf.h"

#include "server/web/locale_text.h"
#include "server/web/ticket_symbol.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QRawFont>

#include <algorithm>

namespace parterre::web {
namespace {

using namespace Qt::StringLiterals;

constexpr int dotsPerInch = 600;
constexpr qreal dot = 25.4 / dotsPerInch; // millimetres
constexpr qreal left = 20;
constexpr qreal width = 170;
constexpr qreal codeSide = 60;
constexpr qreal textWidth = width - codeSide - 10;

QFont ticketFont()
{
    QFont font(QStringList{u"Inter"_s, u"DejaVu Sans"_s, u"Liberation Sans"_s, u"Noto Sans"_s});
    font.setStyleHint(QFont::SansSerif);
    return font;
}

class Sheet
{
public:
    Sheet(QPainter& painter, const Words& words, const EventMirror& mirror, const Order& order)
        : m_painter(painter), m_words(words), m_mirror(mirror), m_order(order)
    {}

    void draw(const Ticket& ticket, const std::string& code, const QString& number)
    {
        const EventTerms& terms = m_mirror.state().terms();
        const QString place = placeText(m_words, m_mirror.plan(), ticket);
        m_y = 20;
        text(QString::fromStdString(terms.title), 22, true, width);
        text(whenText(m_words, terms.startsAt, terms.timeZone), 13, true, width);
        text(QString::fromStdString(terms.venue), 13, false, width);
        m_y += 4;
        line();
        const qreal top = m_y += 6;
        text(place, 20, true, textWidth);
        text(QString::fromStdString(terms.priceTypes[ticket.priceType.value]) + u" · "_s +
                 moneyText(m_words, {ticket.priceMinor, terms.currency}),
             13, false, textWidth);
        m_y += 4;
        text(m_words.say("Order", "Order code") + u' ' + QString::fromStdString(orderCode(m_order.id)), 13, true,
             textWidth);
        text(number, 11, false, textWidth);
        if (!m_order.buyer.name.empty())
            text(QString::fromStdString(m_order.buyer.name), 11, false, textWidth);
        symbol(code, left + width - codeSide, top);
        m_y = std::max(m_y, top + codeSide) + 6;
        line();
        m_y += 4;
        text(m_words.say("Ticket",
                         "Show this code at the door, on paper or on your phone. It lets one person in, once: "
                         "whoever comes first with it. Do not pass a copy on."),
             10, false, width);
    }

private:
    // As many lines as it takes; a word too long for a line is made smaller.
    void text(const QString& words, qreal points, bool bold, qreal within)
    {
        QFont font = ticketFont();
        font.setBold(bold);
        font.setPointSizeF(points);
        const QRectF space(left / dot, m_y / dot, within / dot, 200 / dot);
        QRectF taken = measured(font, space, words);
        while (taken.width() > space.width() && font.pointSizeF() > 6) {
            font.setPointSizeF(font.pointSizeF() - 1);
            taken = measured(font, space, words);
        }
        m_painter.setFont(font);
        m_painter.drawText(space, Qt::AlignLeft | Qt::TextWordWrap, words);
        m_y += taken.height() * dot + 1;
    }
    QRectF measured(const QFont& font, const QRectF& space, const QString& words) const
    {
        return QFontMetricsF(font, m_painter.device()).boundingRect(space, Qt::AlignLeft | Qt::TextWordWrap, words);
    }
    void line() { m_painter.fillRect(QRectF(left / dot, m_y / dot, width / dot, 0.3 / dot), Qt::black); }
    void symbol(const std::string& code, qreal x, qreal y)
    {
        const TicketSymbol symbol = ticketSymbol(code);
        const int module = static_cast<int>(codeSide / dot) / symbol.size; // whole dots: no seams between modules
        const QPoint origin(static_cast<int>(x / dot), static_cast<int>(y / dot));
        for (int row = 0; row < symbol.size; ++row)
            for (int column = 0; column < symbol.size; ++column)
                if (symbol.dark[static_cast<std::size_t>(row * symbol.size + column)])
                    m_painter.fillRect(origin.x() + column * module, origin.y() + row * module, module, module,
                                       Qt::black);
    }

    QPainter& m_painter;
    const Words& m_words;
    const EventMirror& m_mirror;
    const Order& m_order;
    qreal m_y = 0; // millimetres from the top
};

} // namespace

bool canDrawTickets()
{
    // Qt names families even without any; a font that is one has a header.
    static const bool hasFont = qobject_cast<QGuiApplication*>(QCoreApplication::instance()) &&
                                !QRawFont::fromFont(ticketFont()).fontTable("head").isEmpty();
    return hasFont;
}

QByteArray ticketPdf(const Words& words, const EventMirror& mirror, const Order& order, const SigningKey& serverKey)
{
    std::vector<const Ticket*> valid;
    for (const Ticket& ticket : order.tickets)
        if (!ticket.voided)
            valid.push_back(&ticket);
    QBuffer file;
    file.open(QIODevice::WriteOnly);
    QPdfWriter writer(&file);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF());
    writer.setResolution(dotsPerInch);
    writer.setTitle(QString::fromStdString(mirror.state().terms().title));
    writer.setCreator(u"Parterre"_s);
    QPainter painter(&writer);
    for (std::size_t i = 0; i < valid.size(); ++i) {
        if (i > 0)
            writer.newPage();
        Sheet(painter, words, mirror, order)
            .draw(*valid[i], ticketCodeOf(mirror, order, *valid[i], serverKey),
                  words.say("Ticket", "Ticket %1 of %2").arg(i + 1).arg(valid.size()));
    }
    painter.end();
    return file.data();
}

} // namespace parterre::web
