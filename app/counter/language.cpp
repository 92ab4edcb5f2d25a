// Loads the translations that are compiled in, and Qt's own where the system has them.
#include "app/counter/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

// A static library's resources are dropped by the linker unless somebody asks for them; outside every namespace.
static void initTranslations()
{
    Q_INIT_RESOURCE(parterre_translations);
}

namespace parterre {

using namespace Qt::StringLiterals;

void speak(const QLocale& locale)
{
    initTranslations();
    QLocale::setDefault(locale);
    // One translator each for the life of the program; loading again replaces what it holds.
    static auto* words = new QTranslator(QCoreApplication::instance());
    static auto* qtWords = new QTranslator(QCoreApplication::instance());
    for (auto* translator : {qtWords, words})
        QCoreApplication::removeTranslator(translator);
    if (qtWords->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qtWords);
    // English too is a translation: it knows "1 ticket" from "2 tickets".
    if (words->load(locale, u"parterre"_s, u"_"_s, u":/translations"_s) ||
        words->load(u"parterre_en"_s, u":/translations"_s))
        QCoreApplication::installTranslator(words);
}

} // namespace parterre
