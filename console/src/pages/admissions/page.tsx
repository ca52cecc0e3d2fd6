import { Route, Routes } from 'react-router';
import { AdmissionDetail } from './detail.js';
import { AdmissionList } from './list.js';
import { NewAdmission } from './new.js';

export default function AdmissionsPage() {
  return (
    <Routes>
      <Route index element={<AdmissionList />} />
      <Route path="new" element={<NewAdmission />} />
      <Route path=":id" element={<AdmissionDetail />} />
    </Routes>
  );
}
