// Sender, customer, subject, paragraphs; a long letter gets smaller type rather than a second page.
#include "app/devices/pdf_letter_printer.h"

#include "app/devices/pdf_file.h"

#include <QFont>
#include <QPainter>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;
using pdf::dots;

// Millimetres on the page: 148 × 210.
constexpr double pageWidth = 148;
constexpr double pageHeight = 210;
constexpr double margin = 16;

class LetterPage
{
public:
    explicit LetterPage(QPainter& painter) : m_painter(painter) {}

    void draw(const LetterText& letter)
    {
        double size = 10.5;
        while (size > 6 && heightOf(letter, size) > pageHeight - 2 * margin)
            size -= 0.5;
        m_paints = true;
        heightOf(letter, size);
    }

private:
    // Lays the letter out from the top; paints it only when asked to. The height in millimetres.
    double heightOf(const LetterText& letter, double size)
    {
        m_top = margin;
        m_painter.setPen(Qt::black);
        say(letter.sender, size + 2, QFont::DemiBold, 10);
        say(letter.to, size, QFont::Normal, 8);
        say(letter.date, size, QFont::Normal, 8);
        say(letter.subject, size + 1, QFont::Bold, 4);
        for (const QString& paragraph : letter.paragraphs)
            say(paragraph, size, QFont::Normal, 3);
        m_top += 4;
        say(letter.closing, size, QFont::Normal, 0);
        return m_top - margin;
    }

    void say(const QString& words, double points, QFont::Weight weight, double after)
    {
        if (words.isEmpty())
            return;
        QFont font;
        font.setPointSizeF(points);
        font.setWeight(weight);
        m_painter.setFont(font);
        const QRectF room(margin * dots, m_top * dots, (pageWidth - 2 * margin) * dots, pageHeight * dots);
        const int flags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
        const QRectF used = m_painter.boundingRect(room, flags, words);
        if (m_paints)
            m_painter.drawText(room, flags, words);
        m_top += used.height() / dots + after;
    }

    QPainter& m_painter;
    double m_top = margin;
    bool m_paints = false;
};

} // namespace

PdfLetterPrinter::PdfLetterPrinter(QString folder) : m_folder(std::move(folder)) {}

Result<QString> PdfLetterPrinter::print(const LetterText& letter)
{
    return pdf::write(m_folder, u"letter-"_s + letter.name, {letter.subject},
                      [&letter](QPdfWriter&, QPainter& painter) -> Result<void> {
                          LetterPage(painter).draw(letter);
                          return {};
                      });
}

} // namespace parterre
