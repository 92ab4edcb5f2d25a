// Lays a ticket out: what and when at the left, the place large, the code at the right.
#include "app/devices/pdf_ticket_printer.h"

#include "app/devices/code_symbol.h"
#include "app/devices/pdf_file.h"

#include <QFont>
#include <QPainter>
#include <QPdfWriter>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;
using pdf::dots;

// All measures in millimetres on the page: 148 × 105.
constexpr double pageWidth = 148;
constexpr double margin = 9;
constexpr double codeSide = 40;

class TicketPage
{
public:
    explicit TicketPage(QPainter& painter) : m_painter(painter) {}

    void draw(const TicketText& ticket, const CodeSymbol& symbol)
    {
        const double textWidth = pageWidth - 3 * margin - codeSide;
        m_painter.fillRect(mm(0, 0, pageWidth, 3), QColor(0x1f, 0x3a, 0x5f));
        text(mm(margin, 10, textWidth, 14), 15, QFont::DemiBold, ticket.event);
        text(mm(margin, 25, textWidth, 6), 9.5, QFont::Normal, ticket.venue);
        text(mm(margin, 31, textWidth, 6), 9.5, QFont::Normal, ticket.starts);
        text(mm(margin, 43, textWidth, 18), 19, QFont::Bold, ticket.place);
        text(mm(margin, 66, textWidth, 6), 10.5, QFont::Normal, u"%1   %2"_s.arg(ticket.priceType, ticket.price));
        text(mm(margin, 72, textWidth, 6), 9.5, QFont::Normal, ticket.remark);
        text(mm(margin, 84, textWidth, 5), 8, QFont::Normal, ticket.buyer);
        text(mm(margin, 89, textWidth, 5), 8, QFont::Normal, QObject::tr("Order %1").arg(ticket.orderCode));
        drawMark(ticket);
        drawSymbol(symbol, mm(pageWidth - margin - codeSide, 14, codeSide, codeSide));
        text(mm(pageWidth - margin - codeSide, 57, codeSide, 10), 7.5, QFont::Normal,
             QObject::tr("One person enters with this code."), Qt::AlignHCenter | Qt::TextWordWrap);
    }

private:
    // Across the foot of the ticket, white on black: nobody overlooks it, on a copy neither.
    void drawMark(const TicketText& ticket)
    {
        if (ticket.mark.isEmpty())
            return;
        m_painter.fillRect(mm(0, 96.5, pageWidth, 8.5), Qt::black);
        text(mm(margin, 97.5, 46, 6.5), 13, QFont::Black, ticket.mark, Qt::AlignLeft | Qt::AlignVCenter, Qt::white);
        text(mm(margin + 48, 97.5, pageWidth - 2 * margin - 48, 6.5), 7.5, QFont::Normal, ticket.markSentence,
             Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, Qt::white);
    }

    static QRectF mm(double x, double y, double w, double h) { return {x * dots, y * dots, w * dots, h * dots}; }

    void text(const QRectF& where, double points, QFont::Weight weight, const QString& words,
              int flags = Qt::AlignLeft | Qt::TextWordWrap, const QColor& ink = Qt::black)
    {
        QFont font;
        font.setWeight(weight);
        // A long title shrinks rather than runs out of its box.
        for (double size = points; size >= 6; size -= 1) {
            font.setPointSizeF(size);
            m_painter.setFont(font);
            if (where.toRect().contains(m_painter.boundingRect(where.toRect(), flags, words)))
                break;
        }
        m_painter.setPen(ink);
        m_painter.drawText(where, flags, words);
    }

    void drawSymbol(const CodeSymbol& symbol, const QRectF& where)
    {
        const double module = where.width() / symbol.size;
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(Qt::black);
        for (int y = 0; y < symbol.size; ++y)
            for (int x = 0; x < symbol.size; ++x)
                if (symbol.dark[static_cast<std::size_t>(y * symbol.size + x)])
                    m_painter.drawRect(QRectF(where.x() + x * module, where.y() + y * module, module, module));
    }

    QPainter& m_painter;
};

Result<void> drawTickets(const TicketJob& job, QPdfWriter& writer, QPainter& painter)
{
    for (std::size_t i = 0; i < job.tickets.size(); ++i) {
        const auto symbol = codeSymbol(job.tickets[i].code);
        if (!symbol.ok())
            return symbol.error();
        if (i > 0)
            writer.newPage();
        TicketPage(painter).draw(job.tickets[i], *symbol);
    }
    return {};
}

} // namespace

PdfTicketPrinter::PdfTicketPrinter(QString folder) : m_folder(std::move(folder)) {}

Result<QString> PdfTicketPrinter::print(const TicketJob& job)
{
    const pdf::Sheet sheet{QObject::tr("Tickets, order %1").arg(job.name), QPageSize::A6, QPageLayout::Landscape};
    return pdf::write(m_folder, u"tickets-"_s + job.name, sheet,
                      [&job](QPdfWriter& writer, QPainter& painter) { return drawTickets(job, writer, painter); });
}

} // namespace parterre
