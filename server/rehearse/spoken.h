// Spoken: words, numbers, times and money as a person at the venue reads them, in English or German.
#pragma once

#include "server/rehearse/figures.h"

#include <QLocale>
#include <QString>

namespace parterre::rehearsal {

class Spoken
{
public:
    enum class Language { English, German };
    explicit Spoken(Language language);

    // Both languages stand side by side where they are used, so that none is forgotten.
    QString operator()(const char* english, const char* german) const;
    bool isGerman() const { return m_german; }

    QString number(std::uint64_t count) const;
    QString decimal(double value, int digits) const;
    QString percent(double share) const;
    QString milliseconds(Microseconds time) const; // "12.4 ms", from one second on "1.24 s"
    QString seconds(Microseconds time) const;      // "37.2 s", from two minutes on "3 min 12 s"
    QString money(std::int64_t minor, const std::string& currency) const;
    QString dateTime(Instant at) const;

    QString call(Call call) const;
    QString role(Role role) const;
    QString ending(Ending ending) const;
    // A refusal or failure by its stable name.
    QString reason(const std::string& name) const;

private:
    bool m_german;
    QLocale m_locale;
};

} // namespace parterre::rehearsal
