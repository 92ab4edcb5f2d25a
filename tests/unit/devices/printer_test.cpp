// The code on the ticket and the PDF printer: sizes, limits, and files that are whole or not there.
#include "app/devices/code_symbol.h"
#include "app/devices/pdf_ticket_printer.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace parterre;
using namespace Qt::StringLiterals;

class PrinterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCodeIsASquareWithItsEyeInTheMiddle()
    {
        const auto symbol = codeSymbol("PT1.a ticket's signed content");
        QVERIFY(symbol.ok());
        QVERIFY(symbol->size >= 15);
        QCOMPARE(symbol->dark.size(), static_cast<std::size_t>(symbol->size) * static_cast<std::size_t>(symbol->size));
        const auto dark = [&](int x, int y) { return symbol->dark[static_cast<std::size_t>(y * symbol->size + x)]; };
        const int middle = symbol->size / 2;
        // ISO/IEC 24778: the finder of an Aztec symbol is dark in its middle, with rings of alternating colour.
        QVERIFY(dark(middle, middle));
        for (int ring = 1; ring <= 4; ++ring)
            QCOMPARE(dark(middle + ring, middle), ring % 2 == 0);
        QVERIFY(std::count(symbol->dark.begin(), symbol->dark.end(), true) > symbol->size);
    }

    void theSameTextGivesTheSameCode()
    {
        QCOMPARE(codeSymbol("abc")->dark, codeSymbol("abc")->dark);
        QVERIFY(codeSymbol("abc")->dark != codeSymbol("abd")->dark);
        QVERIFY(codeSymbol(std::string("a\0b", 3))->dark != codeSymbol("a")->dark); // bytes, not a C string
    }

    void longTextMakesALargerCodeUpToALimit()
    {
        QVERIFY(codeSymbol(std::string(300, 'x'))->size > codeSymbol("x")->size);
        QVERIFY(codeSymbol(std::string(1'000, 'x')).ok());
        QCOMPARE(codeSymbol(std::string(1'001, 'x')).error().code, ErrorCode::TooLarge);
        QVERIFY(!codeSymbol("").ok());
    }

    void writesAPageATicket()
    {
        QTemporaryDir folder;
        const auto path = PdfTicketPrinter(folder.path() + u"/new/tickets"_s).print(job(3));
        QVERIFY(path.ok());
        QFile file(*path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY(content.startsWith("%PDF-"));
        QVERIFY(content.trimmed().endsWith("%%EOF"));
        QCOMPARE(QString::fromLatin1(content).count(QRegularExpression(u"/Type\\s*/Page[^s]"_s)), 3);
        QVERIFY(content.size() > 5'000);
    }

    void aFolderThatCannotBeWrittenIsAStorageError()
    {
        QTemporaryDir folder;
        QFile inTheWay(folder.path() + u"/tickets"_s);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        const auto path = PdfTicketPrinter(folder.path() + u"/tickets"_s).print(job(1));
        QVERIFY(!path.ok());
        QCOMPARE(path.error().code, ErrorCode::Storage);
    }

    void aCodeThatCannotBeDrawnLeavesNoFile()
    {
        QTemporaryDir folder;
        TicketJob broken = job(2);
        broken.tickets[1].code = std::string(2'000, 'x');
        const auto path = PdfTicketPrinter(folder.path()).print(broken);
        QCOMPARE(path.error().code, ErrorCode::TooLarge);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void printingAgainReplacesTheFile()
    {
        QTemporaryDir folder;
        PdfTicketPrinter printer(folder.path());
        QCOMPARE(*printer.print(job(3)), *printer.print(job(1)));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }

private:
    static TicketJob job(int tickets)
    {
        TicketJob job{u"ABCD1234"_s, {}};
        for (int i = 0; i < tickets; ++i)
            job.tickets.push_back({u"A Sample Night with a title that is far too long for one line of a ticket"_s,
                                   u"Sample House"_s,
                                   u"Fri 27 Nov 2026, 19:30"_s,
                                   u"Stalls\nRow C · Seat 12"_s,
                                   u"Normal"_s,
                                   u"€45.00"_s,
                                   u"ABCD1234"_s,
                                   u"Ms Miller"_s,
                                   {},
                                   {},
                                   {},
                                   "PT1.ticket " + std::to_string(i)});
        return job;
    }
};

QTEST_MAIN(PrinterTest)
#include "printer_test.moc"
