import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useClientChoices } from '@/shared/contract/queries';
import { useWords } from '@/shared/i18n';
import { common } from '@/shared/i18n/common';
import { useMay } from '@/shared/session';
import { ListTable } from '@/shared/ui/ListTable';
import { CourseForm } from './CourseForm';
import type { Course } from './types';
import { text } from './words';

export function CoursesTab() {
  const t = useWords(text);
  const c = useWords(common);
  const operates = useMay('operate');
  const clients = useClientChoices();
  const [adding, setAdding] = useState(false);
  const add = operates && (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t.newCourse}
    </Button>
  );
  return (
    <>
      {adding && <CourseForm onClose={() => setAdding(false)} />}
      <ListTable<Course>
        path="/training/courses"
        label={t.coursesTab}
        rowKey={(one) => one.id}
        empty={{ title: t.noCourses, hint: t.noCoursesHint, action: add }}
        extra={add}
        exportable={false}
        filters={[{ name: 'client', label: c.client, options: clients }]}
        columns={[
          { key: 'name', title: t.name, sort: 'name', render: (one) => <Link to={`/training/courses/${one.id}`}>{one.name}</Link> },
          { key: 'topic', title: c.kind, render: (one) => t.topic(one.topic) },
          { key: 'client', title: c.client, render: (one) => one.client },
          { key: 'materials', title: t.materials, render: (one) => one.materials },
          { key: 'questions', title: t.questions, render: (one) => one.questions },
        ]}
      />
    </>
  );
}
