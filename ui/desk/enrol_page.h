// EnrolPage: first run. Names this counter and trades the one-time code from the centre for its identity.
#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace parterre {

class EnrolPage : public QFrame
{
    Q_OBJECT
public:
    explicit EnrolPage(const QString& server, QWidget* parent = nullptr);
    void setBusy(bool busy);
    void showProblem(const QString& sentence);

Q_SIGNALS:
    void enrolRequested(const QString& server, const QString& code, const QString& name);

private:
    void submit();
    QLineEdit* m_server;
    QLineEdit* m_code;
    QLineEdit* m_name;
    QLabel* m_problem;
    QPushButton* m_go;
};

} // namespace parterre
