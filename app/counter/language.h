// speak(): the language of the whole program: its own words, Qt's words, dates and money.
#pragma once

#include <QLocale>

namespace parterre {

// Call before the first widget; a later call replaces the language for what is made after it. A language without a
// translation gets English words with dates and money of its own. Needs a QCoreApplication. GUI thread.
void speak(const QLocale& locale);

} // namespace parterre
